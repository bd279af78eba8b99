// Security keys: the part that only a browser can do. Where it cannot, nothing is shown.
const able =
  typeof PublicKeyCredential !== 'undefined' &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'

async function send (form, key) {
  const body = new FormData(form)
  body.set('key', key)
  const answer = await fetch(form.action, { method: 'POST', body })
  const told = await answer.json()
  if (!answer.ok) throw new Error(told.said)
  return told
}

function wire (place, talk) {
  const box = document.querySelector(place)
  if (!box || !able) return
  box.hidden = false
  const form = box.querySelector('form')
  const said = box.querySelector('[data-key-said]')
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    said.textContent = ''
    try {
      const asked = await send(form, 'ask')
      const answer = await talk(asked.publicKey)
      const told = await send(form, JSON.stringify(answer.toJSON()))
      window.location.assign(told.go)
    } catch (problem) {
      said.textContent = problem.message
    }
  })
}

wire('[data-key-add]', (asked) =>
  navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked)
  })
)
wire('[data-key-ask]', (asked) =>
  navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked)
  })
)

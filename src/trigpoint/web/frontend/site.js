// Everything works without this file: it makes errors and menus kinder and renews a list.
import { createAll, Button, ErrorSummary, ServiceNavigation, SkipLink } from "govuk-frontend";
import { SortableTable } from "@ministryofjustice/frontend/moj/components/sortable-table/sortable-table.mjs";
document.body.classList.add("js-enabled", "govuk-frontend-supported");
createAll(Button); createAll(ErrorSummary); createAll(ServiceNavigation); createAll(SkipLink); createAll(SortableTable);

// A day may be chosen by sliding as well as by writing it.
const DAY = 86400000;
const noon = (day) => Date.parse(`${day}T12:00Z`);
for (const field of document.querySelectorAll("[data-slides]")) {
  const last = Math.round((noon(field.max) - noon(field.min)) / DAY);
  if (!(last > 0)) continue;
  const slide = document.createElement("input");
  Object.assign(slide, { type: "range", min: 0, max: last, className: "tp-slide" });
  slide.setAttribute("aria-label", field.labels[0].textContent);
  const follow = () => {
    slide.value = Math.round((noon(field.value) - noon(field.min)) / DAY);
    slide.setAttribute("aria-valuetext", field.value);
  };
  slide.addEventListener("input", () => {
    field.value = new Date(noon(field.min) + slide.value * DAY).toISOString().slice(0, 10);
    slide.setAttribute("aria-valuetext", field.value);
  });
  field.addEventListener("input", follow);
  follow();
  field.after(slide);
}

// A list that renews itself says when it last was, and says it in red when it cannot be.
const list = document.querySelector("[data-renewed-every]");
const told = document.getElementById("renewal");
if (list && told) {
  const every = Number(list.dataset.renewedEvery) * 1000;
  let last = Date.now();
  let since = told.querySelector("time").textContent;
  for (const one of document.querySelectorAll("[data-scripted]")) one.hidden = false;
  const say = (words, failed) => {
    if (told.textContent !== words) told.textContent = words;
    told.classList.toggle("tp-late", failed);
  };
  const fail = () => say(`${told.dataset.failed} ${since}. ${told.dataset.after}`, true);
  // Where somebody is in the list, so that they are there again in the renewed one.
  const standing = () => {
    const at = document.activeElement;
    if (!list.contains(at)) return null;
    return { row: at.closest("article")?.id, href: at.getAttribute("href") };
  };
  const stand = ({ row, href }) => {
    const within = row && document.getElementById(row);
    if (!within) return told.focus();
    const same = href
      ? [...within.querySelectorAll("a")].find((one) => one.getAttribute("href") === href)
      : within.querySelector("button");
    (same || within.querySelector("a") || told).focus({ preventScroll: true });
  };
  const bare = (part) => part.innerHTML.replace(/name="csrfmiddlewaretoken" value="[^"]*"/g, "");
  const renew = async () => {
    try {
      const answer = await fetch(location.href, {
        credentials: "same-origin", cache: "no-store", signal: AbortSignal.timeout(every / 2),
        // Nobody need be there for it: it must not keep a sign-in open.
        headers: { "Trigpoint-Renewal": "1" },
      });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const part = page.querySelector("[data-renewed-every]");
      // Somebody who is signed out is sent elsewhere, and that page has no such part.
      if (!answer.ok || !part) return fail();
      if (list.querySelector(":active")) return undefined; // A button held down is let go first.
      if (bare(part) !== bare(list)) {
        const at = standing();
        list.innerHTML = part.innerHTML;
        if (at) stand(at);
      }
      const fresh = page.getElementById("renewal");
      last = Date.now();
      since = fresh.querySelector("time").textContent;
      return say(fresh.textContent, false);
    } catch {
      return fail();
    }
  };
  setInterval(renew, every);
  // A machine that slept, or a page in the background, must not pass for renewed.
  setInterval(() => { if (Date.now() - last > every * 2) fail(); }, every / 6);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && Date.now() - last > every) renew();
  });
}

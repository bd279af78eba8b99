// Everything works without this file: it makes errors and menus kinder and renews a list.
import { createAll, Button, ErrorSummary, ServiceNavigation, SkipLink } from "govuk-frontend";
document.body.classList.add("js-enabled", "govuk-frontend-supported");
createAll(Button); createAll(ErrorSummary); createAll(ServiceNavigation); createAll(SkipLink);

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

// A list that renews itself: only its own part, and never while somebody is acting in it.
const renewed = document.querySelector("[data-renewed-every]");
if (renewed) {
  setInterval(async () => {
    if (renewed.contains(document.activeElement)) return;
    const answer = await fetch(location.href, { credentials: "same-origin" });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const part = page.querySelector("[data-renewed-every]");
    if (part) renewed.innerHTML = part.innerHTML;
  }, Number(renewed.dataset.renewedEvery) * 1000);
}

// Everything works without this file: it makes errors and menus kinder and renews a list.
import { createAll, Button, ErrorSummary, ServiceNavigation, SkipLink } from "govuk-frontend";
document.body.classList.add("js-enabled", "govuk-frontend-supported");
createAll(Button); createAll(ErrorSummary); createAll(ServiceNavigation); createAll(SkipLink);

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

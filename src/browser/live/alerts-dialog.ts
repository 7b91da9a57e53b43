import { type Refusal, refusal, turnOff, turnOn } from "./alerts.ts";
import { readAlerts } from "./asked-alerts.ts";
import { element } from "./element.ts";
import { sections, settings } from "./paper.ts";

const REFUSALS: Record<Refusal, string> = {
  unable:
    "This browser shows no notifications here. On an iPhone or iPad, add the paper to the Home Screen first.",
  denied:
    "Your browser refuses notifications from this paper. You can allow them in its settings for this site.",
  undecided: "Your browser was not allowed to show notifications, so none will come.",
  unreachable: "The paper can't be reached just now. Nothing has changed.",
};

/** Asks a reader what to tell of. The control that opens it shows whether that is anything. */
export function openAlerts(control: HTMLElement): void {
  const asked = readAlerts()?.sections;
  const everything = checkbox("Everything", !asked);
  const choices = [...sections()].map(([key, name]) => ({
    key,
    ...checkbox(name, asked?.includes(key) ?? false),
  }));
  const status = element("p");
  status.role = "status";
  const on = button("", async () => {
    const keys = choices.filter(({ box }) => box.checked).map(({ key }) => key);
    if (keys.length > 0 || everything.box.checked) {
      const refused = await turnOn(everything.box.checked ? null : keys);
      show(refused === undefined ? "Notifications are on." : REFUSALS[refused]);
    } else show("Choose everything, or a section.");
  });
  const off = button("Turn off", async () => {
    await turnOff();
    show("Notifications are off.");
    on.focus();
  });

  function show(text: string): void {
    const isOn = readAlerts() !== undefined;
    on.textContent = isOn ? "Save" : "Turn on";
    off.hidden = !isOn;
    status.textContent = text;
    control.classList.toggle("on", isOn);
    for (const { box } of choices) box.disabled = everything.box.checked;
  }

  everything.box.addEventListener("change", () => show(""));
  const refused = refusal();
  show(refused === undefined ? "" : REFUSALS[refused]);
  const title = element("h2", "", "Get the latest updates");
  title.id = "alerts";
  const dialog = element(
    "dialog",
    "alerts",
    title,
    element("p", "", `New stories are shown by your browser, ${whenShown()}.`),
    fieldset("Tell me of", everything.label, ...choices.map(({ label }) => label)),
    status,
    element(
      "div",
      "actions",
      on,
      off,
      button("Close", () => dialog.close()),
    ),
  );
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.addEventListener("close", () => dialog.remove());
  // In the masthead, whose language it has.
  control.after(dialog);
  dialog.showModal();
}

function whenShown(): string {
  return settings().push === undefined
    ? "as long as a page of the paper is open"
    : "even when the paper is closed";
}

function fieldset(name: string, ...parts: readonly Node[]): HTMLElement {
  return element("fieldset", "", element("legend", "", name), ...parts);
}

function checkbox(name: string, checked: boolean) {
  const box = Object.assign(element("input"), { type: "checkbox", checked });
  return { box, label: element("label", "", box, name) };
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = Object.assign(element("button", "", text), { type: "button" });
  made.addEventListener("click", press);
  return made;
}

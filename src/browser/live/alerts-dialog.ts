import { refusal, turnOff, turnOn } from "./alerts.ts";
import { readAlerts } from "./asked-alerts.ts";
import { element } from "./element.ts";
import { fronts, settings } from "./paper.ts";

const TITLE = "Get the latest updates";

/** Asks a reader what to tell of. The control that opens it shows whether that is anything. */
export function openAlerts(control: HTMLElement): void {
  const asked = readAlerts()?.sections;
  const fieldset = element(
    "fieldset",
    {},
    element("legend", {}, "Tell me of"),
    checkbox("Everything", !asked),
    ...[...fronts()].slice(1, -1).map(([address, { textContent }]) => {
      const key = address.split("/").at(-2) ?? "";
      return checkbox(textContent, !!asked?.includes(key), key);
    }),
  );
  const boxes = [...fieldset.querySelectorAll("input")];
  const [everything, ...choices] = boxes as [HTMLInputElement, ...HTMLInputElement[]];
  const status = element("p", { role: "status" });
  const on = button("", async () => {
    const keys = choices.filter(({ checked }) => checked).map(({ value }) => value);
    const choice = everything.checked ? null : keys;
    if (choice?.length === 0) show("Choose everything, or a section.");
    else show((await turnOn(choice)) ?? "Notifications are on.");
  });
  const off = button("Turn off", async () => {
    await turnOff();
    show("Notifications are off.");
    on.focus();
  });

  function show(text = ""): void {
    const isOn = readAlerts() !== undefined;
    on.textContent = isOn ? "Save" : "Turn on";
    off.hidden = !isOn;
    status.textContent = text;
    control.classList.toggle("on", isOn);
    for (const choice of choices) choice.disabled = everything.checked;
  }

  everything.onchange = () => show();
  show(refusal());
  const when = settings().push
    ? "even when the paper is closed"
    : "while a page of the paper is open";
  const dialog = element(
    "dialog",
    { className: "alerts", ariaLabel: TITLE, onclose: () => dialog.remove() },
    element("h2", {}, TITLE),
    element("p", {}, `Your browser shows new stories ${when}.`),
    fieldset,
    status,
    element(
      "div",
      { className: "actions" },
      on,
      off,
      button("Close", () => dialog.close()),
    ),
  );
  // In the masthead, whose language it has.
  control.after(dialog);
  dialog.showModal();
}

function checkbox(name: string, checked: boolean, value = ""): HTMLElement {
  return element("label", {}, element("input", { type: "checkbox", checked, value }), name);
}

function button(text: string, onclick: () => void): HTMLButtonElement {
  return element("button", { onclick }, text);
}

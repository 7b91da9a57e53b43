// The service worker of the paper: it shows notifications, and keeps nothing.
declare const self: ServiceWorkerGlobalScope;

/** What is shown, as Declarative Web Push has it: browsers that know it need no worker. */
type Shown = NotificationOptions & {
  readonly title: string;
  /** Where a click leads. */
  readonly navigate: string;
};

// A newer worker does not wait until every page is closed.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("push", (event) => event.waitUntil(show(shownBy(event.data))));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});

/** Browsers take the permission from whoever shows nothing: what can't be read says so little, but says it. */
function shownBy(data: PushMessageData | null): Shown {
  try {
    const { notification } = JSON.parse(data?.text() ?? "");
    return { ...notification, title: notification.title.toString() };
  } catch {
    return { title: "There are new updates", navigate: "latest/" };
  }
}

function show({ title, navigate, ...options }: Shown): Promise<void> {
  return self.registration.showNotification(title, { ...options, data: navigate });
}

/** Opens a page of the paper, and no other; a tab that has it open already comes to the front. */
async function open(address: string): Promise<void> {
  const { scope } = self.registration;
  const asked = URL.parse(address, scope)?.href ?? scope;
  const url = asked.startsWith(scope) ? asked : scope;
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const known = tabs.find((tab) => tab.url === url);
  await (known?.focus() ?? self.clients.openWindow(url));
}

// The service worker of the paper: it shows notifications, and keeps nothing.
declare const self: ServiceWorkerGlobalScope;

const { clients, registration } = self;

/** What is shown, as Declarative Web Push has it: browsers that know it need no worker. */
type Shown = NotificationOptions & {
  readonly title: string;
  /** Where a click leads. */
  readonly navigate: string;
};

// A newer worker does not wait until every page is closed.
self.oninstall = () => self.skipWaiting();
self.onactivate = (event) => event.waitUntil(clients.claim());
self.onpush = (event) => event.waitUntil(show(shownBy(event.data)));
self.onnotificationclick = (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
};

/** Browsers take the permission from whoever shows nothing: what can't be read says so little, but says it. */
function shownBy(data: PushMessageData | null): Shown {
  try {
    const { notification } = data?.json() ?? {};
    return { ...notification, title: notification.title.toString() };
  } catch {
    return { title: "There are new updates", navigate: "latest/" };
  }
}

function show({ title, navigate, ...options }: Shown): Promise<void> {
  return registration.showNotification(title, { ...options, data: navigate });
}

/** Opens a page of the paper, and no other; a tab that has it open already comes to the front. */
async function open(address: string): Promise<void> {
  const { scope } = registration;
  const asked = URL.canParse(address, scope) ? new URL(address, scope).href : scope;
  const url = asked.startsWith(scope) ? asked : scope;
  const tabs = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const known = tabs.find((tab) => tab.url === url);
  await (known?.focus() ?? clients.openWindow(url));
}

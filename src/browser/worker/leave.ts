// Takes the place of the service worker where the paper has no notifications any more.
declare const self: ServiceWorkerGlobalScope;

self.addEventListener("install", () => self.skipWaiting());
// With it go the subscriptions that it had.
self.addEventListener("activate", (event) => event.waitUntil(self.registration.unregister()));

// Takes the place of the service worker where the paper has no notifications any more.
declare const self: ServiceWorkerGlobalScope;

self.oninstall = () => self.skipWaiting();
// With it go the subscriptions that it had.
self.onactivate = (event) => event.waitUntil(self.registration.unregister());

// What keeps the commands push and announce from their work.

/** No build left an archive; the message is the cache. */
export class NotBuilt extends Error {}

/** site.yaml can't be read, or names no push service. */
export class NoPushService extends Error {}

/** There are no keys yet; the message is where they would be. */
export class NoKeys extends Error {}

/** There are keys, to which every subscription is bound; the message is where. */
export class KeysExist extends Error {}

/** Another `announce` is at work. */
export class AnnounceBusy extends Error {}

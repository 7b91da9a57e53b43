/** What a browser gives out so that it can be sent to: PushSubscription of the Push API, binary parts in base64url. */
export interface Subscription {
  /** Whoever knows it can send to it: it is shown to nobody. */
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

export interface KnownSubscription extends Subscription {
  /** Grows, and none is ever given out twice: so that a place in the order is enough to say who was sent to. */
  readonly id: number;
}

/**
 * What sending asks of whatever keeps the subscriptions. It waits for each answer and holds a few at a time,
 * so that they may as well be kept on another machine.
 */
export interface Subscriptions {
  /** The newest id; 0 where nobody subscribed yet. */
  newest(): Promise<number>;
  /** How many there are in a range that want stories of a section. */
  count(range: IdRange, section: string | undefined): Promise<number>;
  /** The first few of them, in order. Without a section: those who want everything. */
  list(range: IdRange, section: string | undefined, count: number): Promise<KnownSubscription[]>;
  /** Those of some that are still there. */
  find(ids: readonly number[]): Promise<KnownSubscription[]>;
  /** Forgets those whose endpoints are no more; but not one that has another endpoint since. */
  remove(subscriptions: readonly KnownSubscription[]): Promise<void>;
}

/** Ids greater than one, up to another. */
export interface IdRange {
  readonly after: number;
  readonly upTo: number;
}

import type { Instant } from "../model/instant.ts";
import type { AnnounceRecord, Delivery } from "./announce-record.ts";
import { type Announcement, NEWS_MS } from "./announcement.ts";
import type { Postman } from "./postman.ts";
import type { KnownSubscription, Subscriptions } from "./subscriptions.ts";

export interface Clock {
  now(): Instant;
  waitUntil(at: Instant): Promise<void>;
}

/** What sending works with. */
export interface Sending {
  readonly record: AnnounceRecord;
  readonly subscriptions: Subscriptions;
  readonly postman: Postman;
  readonly clock: Clock;
  /** Told whenever a subscription is through, and of how many there are. */
  readonly onThrough: (all: number) => void;
}

/** How many subscriptions came to what end. */
export interface Tally {
  /** Their push services have the message. */
  told: number;
  /** Those that are no more: they are forgotten. */
  gone: number;
  refused: number;
  /** Tried as often as it makes sense, in vain. */
  unreached: number;
  /** May have been told or not: whoever was sent the message is not sent it again. */
  doubtful: number;
}

/** So many are sent to at a time. */
const CONCURRENCY = 200;

/** So many are written down at a time: with those who are being sent to, the most that is in doubt after a kill. */
const BATCH = 100;

const MOST_ATTEMPTS = 5;

/** Where a push service does not say how long to wait: 5 seconds, 20, 80, 320. */
const FIRST_WAIT_MS = 5_000;

interface Task extends Delivery {
  readonly to: KnownSubscription;
}

/** One announcement on its way to everybody who wants it. */
export class Delivering {
  readonly announcement: Announcement;
  readonly tally: Tally = { told: 0, gone: 0, refused: 0, unreached: 0, doubtful: 0 };
  readonly #sending: Sending;
  readonly #address: string;
  readonly #onThrough: () => void;
  /** What came of deliveries, until it is written down with the next ones. */
  readonly #through: number[] = [];
  readonly #postponed: { readonly delivery: Delivery; readonly due: Instant }[] = [];
  readonly #gone: KnownSubscription[] = [];

  constructor(announcement: Announcement, sending: Sending, onThrough: () => void) {
    this.announcement = announcement;
    this.#sending = sending;
    this.#address = announcement.story.address;
    this.#onThrough = onThrough;
    this.tally.doubtful = sending.record.giveUpDoubtful(this.#address);
  }

  /** How many have yet to be through. */
  async count(): Promise<number> {
    const { record, subscriptions } = this.#sending;
    const { section } = this.announcement.story;
    const fresh = await subscriptions.count(record.rest(this.#address), section);
    return fresh + record.countPostponed(this.#address);
  }

  /** Sends to everybody who has not had their turn, and to those whom it is time to try again. */
  async pass(): Promise<void> {
    const tasks = this.#tasks();
    const sendInTurn = async () => {
      for await (const task of tasks) await this.#send(task);
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, sendInTurn));
    await this.#forgetGone();
    this.#sending.record.transaction(() => this.#writeDown());
  }

  /** When a further pass has something to do; `undefined` when none has. */
  nextDue(): Instant | undefined {
    const { record, clock } = this.#sending;
    const { until } = this.announcement;
    const due = record.nextDue(this.#address);
    return due !== undefined && due < until && clock.now() < until ? due : undefined;
  }

  /** Leaves the announcement to a later run if there is something left to do. Says how many are to be tried again. */
  close(): number {
    const { record } = this.#sending;
    const { after, upTo } = record.rest(this.#address);
    const waiting = record.countPostponed(this.#address);
    if (after >= upTo && waiting === 0) record.finish(this.#address);
    return waiting;
  }

  async *#tasks(): AsyncGenerator<Task> {
    while (this.#sending.clock.now() < this.announcement.until) {
      const tasks = await this.#takeTasks();
      if (tasks === undefined) return;
      yield* tasks;
    }
  }

  /** `undefined` when nobody is left for now. */
  async #takeTasks(): Promise<Task[] | undefined> {
    const { record, subscriptions, clock } = this.#sending;
    await this.#forgetGone();
    const rest = record.rest(this.#address);
    const fresh = await subscriptions.list(rest, this.announcement.story.section, BATCH);
    const taken = fresh.length < BATCH ? rest.upTo : Number(fresh.at(-1)?.id);
    const ids = fresh.map(({ id }) => id);
    const due = record.transaction(() => {
      this.#writeDown();
      record.take(this.#address, ids, taken);
      return record.takeDue(this.#address, clock.now(), BATCH);
    });
    if (fresh.length + due.length === 0) return undefined;
    const first = fresh.map((to) => ({ to, subscription: to.id, attempts: 0 }));
    return [...(await this.#find(due)), ...first];
  }

  async #find(due: readonly Delivery[]): Promise<Task[]> {
    const ids = due.map(({ subscription }) => subscription);
    const there = new Map((await this.#sending.subscriptions.find(ids)).map((to) => [to.id, to]));
    this.#through.push(...ids.filter((id) => !there.has(id)));
    return due.flatMap((delivery) => {
      const to = there.get(delivery.subscription);
      return to === undefined ? [] : [{ ...delivery, to }];
    });
  }

  async #send({ to, ...delivery }: Task): Promise<void> {
    const { postman, clock } = this.#sending;
    const { message, until } = this.announcement;
    const now = clock.now();
    const ttlSeconds = Math.max(0, Math.floor((until - now) / 1000));
    const answer = await postman.send(to, message, ttlSeconds, now);
    if (answer.kind === "later" && this.#postpone(delivery, answer.afterMs)) return;
    if (answer.kind === "gone") this.#gone.push(to);
    this.tally[END[answer.kind]]++;
    this.#through.push(to.id);
    this.#onThrough();
  }

  /** False where trying again makes no sense. */
  #postpone({ subscription, attempts: before }: Delivery, afterMs: number | undefined): boolean {
    const attempts = before + 1;
    const due = this.#sending.clock.now() + (afterMs ?? FIRST_WAIT_MS * 4 ** before);
    const isTooLate = due >= this.announcement.story.publication.at + NEWS_MS;
    if (attempts >= MOST_ATTEMPTS || isTooLate) return false;
    this.#postponed.push({ delivery: { subscription, attempts }, due });
    return true;
  }

  async #forgetGone(): Promise<void> {
    const gone = this.#gone.splice(0);
    if (gone.length > 0) await this.#sending.subscriptions.remove(gone);
  }

  #writeDown(): void {
    const { record } = this.#sending;
    record.settle(this.#address, this.#through.splice(0));
    for (const { delivery, due } of this.#postponed.splice(0))
      record.postpone(this.#address, delivery, due);
  }
}

const END = {
  taken: "told",
  gone: "gone",
  refused: "refused",
  later: "unreached",
  silent: "doubtful",
} as const;

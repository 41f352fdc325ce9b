import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Job } from '../../hub/capability.ts';
import type { HubContext } from '../../hub/context.ts';
import { RateLimits } from '../../hub/http/rate-limits.ts';
import { errorName } from '../../hub/log-line.ts';
import { isLeader } from '../../workspace/room.ts';
import type { Click } from '../click/click.ts';
import { type CountingRules, setBy } from '../click/rules.ts';
import type { ClicksAsk, ClicksResponse, HourResponse } from '../hub-api.ts';
import { clicksExpireAt, type LinkRules } from '../link-rules.ts';
import { ClickLog, type NewClick } from './click-log.ts';
import { AGING_MS, ClickRetention } from './click-retention.ts';
import { Counting } from './counting.ts';
import { Countries } from './countries.ts';
import { earlierPeople } from './earlier-people.ts';
import { firstOf, hourResponse, MOST_SEEN } from './hour-response.ts';
import { countsOfHour } from './link-days.ts';
import { linkTeamRule } from './link-team-rule.ts';
import { Links } from './links.ts';
import { ownerChanges } from './owner-changes.ts';
import { answerLink, type RedirectParts } from './redirect.ts';
import { noResults, type ResultsOfLinks } from './results-of-links.ts';
import { TurnThrottle } from './turn-throttle.ts';
import { Visitors } from './visitors.ts';

/** Requests per turn of the event loop, 3 to 4 ms of work, and requests that may wait. */
const AT_A_TURN = 32;
const MOST_WAITING = 10_000;
/** How often to try again what failed, ms. */
const RETRY_MS = 60_000;
/** Clicks from one network: enough for an office of thousands in the first minutes, but no flood. */
const FROM_ONE_ADDRESS = { most: 5000, perSecond: 50 };

/** The hub's service for links: their registry, redirects, counting and retention. */
export class LinkService {
  readonly links: Links;
  readonly visitors: Visitors;
  private readonly hub: HubContext;
  private readonly edition: CountingRules;
  private readonly clicks: ClickLog;
  private readonly counting: Counting;
  private readonly retention: ClickRetention;
  private readonly redirect: RedirectParts;
  private results: ResultsOfLinks;
  private isOpen = false;
  private unfollow: () => void = () => undefined;

  private constructor(hub: HubContext, edition: CountingRules, links: Links, clicks: ClickLog) {
    this.hub = hub;
    this.edition = edition;
    this.links = links;
    this.clicks = clicks;
    this.results = noResults(hub.db);
    const { settings, db, log, now, edge } = hub;
    this.visitors = new Visitors(settings.folder, now);
    this.counting = new Counting({
      db,
      log,
      now,
      clicks,
      rules: () => this.rules,
      linkOf: (id) => links.get(id),
      keepDays: () => this.linkRules.keepDays,
      results: () => this.results,
    });
    const aged = { now, log, rules: () => this.linkRules };
    this.retention = new ClickRetention(aged, clicks, () => this.counting.settled());
    const countries = settings.countries ? Countries.read(settings.countries) : null;
    this.redirect = {
      links,
      clicks,
      visitors: this.visitors,
      now,
      sourceOf: (request) => edge.addressOf(request),
      isOurHost: (host) => edge.isOurHost(host),
      isLocalOpen: settings.proxies === undefined,
      countryOf: (address) => countries?.of(address) ?? '',
      pace: new TurnThrottle(AT_A_TURN, MOST_WAITING),
      limits: new RateLimits(FROM_ONE_ADDRESS, now),
    };
  }

  /** Loads the links; counts nothing yet. `edition`: the counting rules. */
  static async open(hub: HubContext, edition: CountingRules): Promise<LinkService> {
    const links = await Links.open({
      db: hub.db,
      now: hub.now,
      log: hub.log,
      own: () => hub.edge.hosts,
      rules: () => hub.team.rule(linkTeamRule),
      isLeader: (member) => isLeader(hub.people.member(member)?.role ?? 'viewer'),
    });
    return new LinkService(hub, edition, links, await ClickLog.open(hub.db, hub.now));
  }

  /** Connects the results, which aggregate clicks too. Call before the start. */
  addsUpIn(results: ResultsOfLinks): void {
    this.results = results;
  }

  /** Counts what is not counted yet, and starts answering requests. */
  async start(): Promise<void> {
    this.clicks.follow(this.counting);
    await this.counting.start();
    void this.retention.now();
    this.unfollow = this.visitors.follow((error) =>
      this.hub.log('salt-not-turned', { error: errorName(error) }),
    );
    this.isOpen = true;
  }

  get jobs(): readonly Job[] {
    return [
      { every: AGING_MS, run: () => void this.retention.now() },
      { every: RETRY_MS, run: () => this.links.retry() },
    ];
  }

  /** The team's rules for links. */
  private get linkRules(): LinkRules {
    return this.hub.team.rule(linkTeamRule);
  }

  /** The counting rules with the team's settings. */
  get rules(): CountingRules {
    return setBy(this.edition, this.linkRules);
  }

  /** Answers a request for a link; false if it is for something else. */
  follows(request: IncomingMessage, response: ServerResponse): boolean {
    return this.isOpen && answerLink(this.redirect, request, response);
  }

  /** Whether the last clicks could not be recorded. */
  get isFailing(): boolean {
    return this.clicks.isFailing || !this.visitors.isReady;
  }

  /** Whether a click would be recorded now. */
  async isReady(): Promise<boolean> {
    return this.isOpen && this.visitors.isReady && (await this.clicks.isReady());
  }

  /** Records a click; resolves with its id once it is on the disk. */
  record(click: NewClick): Promise<string> {
    return this.clicks.append(click);
  }

  private readonly unread = (batch: number) => this.hub.log('clicks-set-aside', { batch });

  /** The changes of a member's own links since what their device knows. */
  newsFor(member: string, known: ClicksAsk): Promise<ClicksResponse> {
    const { db, epoch, now } = this.hub;
    const { links, results } = this;
    const parts = { db, epoch, now, links, rules: () => this.rules, rankOf: results.rankOf };
    return ownerChanges(parts, member, known);
  }

  /** The stored clicks of a link's hour, for its owner; of a viral hour only the first ones, with the sums of all. */
  async hourResponse(link: string, hour: number): Promise<HourResponse> {
    const { rules, linkRules } = this;
    const clicks = await firstOf(this.clicks.partsOf([hour], (one) => one === link, this.unread));
    const isViral = clicks.length > MOST_SEEN;
    if (isViral) await this.counting.settled();
    const sums = await countsOfHour(this.hub.db, link, hour);
    const summed = isViral && Object.keys(sums).length > 0 ? sums : null;
    const met = (sums.capped ?? 0) > 0 ? await this.met(link, hour, clicks) : new Map<string, number>();
    return hourResponse(clicks, rules, clicksExpireAt(hour, linkRules), met, summed);
  }

  /** Earlier people are needed only if the hour has capped clicks. */
  private met(link: string, hour: number, clicks: readonly Click[]): Promise<ReadonlyMap<string, number>> {
    const owner = this.links.get(link)?.member;
    const isOwners = (one: string) => this.links.get(one)?.member === owner;
    const last = clicks.at(-1)?.id ?? '';
    return earlierPeople(this.clicks, { link, hour, isOwners, last }, this.rules, this.unread);
  }

  /** Applies the team's new rules to all links and to the retention of clicks. */
  async rulesChanged(): Promise<void> {
    this.links.judgeAgain();
    await this.counting.rulesChanged();
    await this.retention.now();
  }

  /** Schedules a recount of a day (since 1970, UTC) with a damaged row; false if its clicks are gone. */
  mend(day: number): boolean {
    return this.counting.mend(day);
  }

  countAgain(): Promise<number> {
    return this.counting.recount();
  }

  async settled(): Promise<void> {
    await this.links.settled();
    await this.counted();
  }

  /**
   * Resolves when all recorded clicks are counted. Does not wait for links that are being registered, which may be thousands.
   */
  async counted(): Promise<void> {
    await this.clicks.settled();
    // Before the start, counting has not read its checkpoint.
    if (this.isOpen) await this.counting.settled();
  }

  async close(): Promise<void> {
    this.unfollow();
    await this.counting.close();
  }
}

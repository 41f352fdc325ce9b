import { removedIn } from '../../hub/backup/removal-lists.ts';
import type { Job } from '../../hub/capability.ts';
import type { HubContext } from '../../hub/context.ts';
import { type Act, type Answer, isDone } from '../../hub/people/authorised-transaction.ts';
import type { MemberChange } from '../../hub/people/people.ts';
import { dayIn } from '../../hub/zone.ts';
import type { LinkService } from '../../link/hub/link-service.ts';
import type { FiguresChoice } from '../../team/figures.ts';
import { Measures } from '../fold/measures.ts';
import { GuardedFigures } from './figures/guarded-figures.ts';
import { MonthAggregates } from './month-aggregates.ts';
import { type ProjectorParts, ResultsProjector } from './results-projector.ts';

/** How often to check for steps that are over, and how often to try again what failed, ms. */
const LOOK_MS = 1000;
const RETRY_MS = 60_000;

/** The hub's service for results: monthly figures, and how they are published. */
export class ResultsService {
  readonly figures: GuardedFigures;
  readonly projector: ResultsProjector;
  readonly aggregates: MonthAggregates;
  private readonly hub: HubContext;

  private constructor({ hub, figures, aggregates }: ProjectorParts, projector: ResultsProjector) {
    this.hub = hub;
    this.figures = figures;
    this.projector = projector;
    this.aggregates = aggregates;
  }

  static async open(hub: HubContext, links: LinkService): Promise<ResultsService> {
    const { db, settings } = hub;
    // Older hubs stored counted clicks as cells of rooms.
    await db.deleteFrom('tally').where('room', 'like', 'clicks/%').execute();
    const dayOf = dayIn(settings.zone ?? 'UTC');
    const measures = new Measures(hub.measures);
    const aggregates: MonthAggregates = new MonthAggregates({
      db,
      measures,
      linkOf: (id) => links.links.get(id),
      dayOf,
      note: (within, changes) => figures.note(within, changes),
      damaged: (day) => links.mend(day),
    });
    const figures: GuardedFigures = await openFigures(hub, measures, dayOf, aggregates);
    const parts = { hub, figures, aggregates, clicksCounted: () => links.counted() };
    const projector: ResultsProjector = await ResultsProjector.start(parts);
    links.addsUpIn({
      sums: aggregates,
      shown: (months) => projector.showSoon(months),
      rankOf: (member, month) => projector.rankOf(member, month),
    });
    return new ResultsService(parts, projector);
  }

  /** Closes steps by the clock. */
  get jobs(): readonly Job[] {
    return [
      { every: LOOK_MS, run: () => this.projector.closeSoon() },
      { every: RETRY_MS, run: () => this.projector.retrySoon() },
    ];
  }

  /** Decides how the team's figures are published, and shows the decision. */
  async decide(choice: FiguresChoice, act: Act): Promise<Answer> {
    const answer = await this.figures.decide(choice, act);
    if (!isDone(answer)) return answer;
    await this.hub.team.show();
    await this.projector.refresh();
    return answer;
  }

  /** Decides for the founder, who is not a member yet at that moment. */
  decideAsFounder(choice: FiguresChoice): Promise<Answer> {
    return this.decide(choice, (work) =>
      this.hub.db.transaction().execute((within) => work(within, { member: '', role: 'admin' })),
    );
  }

  /** Recomputes the results after a change of members, groups, regions or names. */
  async memberChanged(member: string, { listed, removed }: MemberChange): Promise<void> {
    const leaves = typeof removed === 'number';
    if (leaves || listed === 0) await this.unname(member, leaves);
    await this.projector.refresh();
  }

  /** Takes a member's name out of the published results; if they leave, also their unpublished changes. */
  private async unname(member: string, leaves: boolean): Promise<void> {
    await this.figures.withdraw(member);
    if (leaves) await this.figures.forget(member);
    await this.projector.everyMonth();
  }
}

async function openFigures(
  { db, epoch, now, people, log, settings }: HubContext,
  measures: Measures,
  dayOf: (hour: number) => number,
  aggregates: MonthAggregates,
): Promise<GuardedFigures> {
  const figures = await GuardedFigures.open({
    db,
    measures,
    epoch,
    now,
    members: () => people.all(),
    member: (id) => people.member(id),
    dayOf,
    inTurn: (work) => aggregates.inTurn(work),
    damaged: (month) => log('figures-set-aside', { month }),
  });
  // A restored backup may list names that were unlisted after it.
  for (const { unlisted: member, at } of removedIn(settings.folder)) {
    if (!member) continue;
    const { listed, listedat } = people.member(member) ?? { listed: 0, listedat: null };
    if (!listed || Number(listedat ?? 0) > at) continue;
    await people.change(member, { listed: 0, listedat: null });
    await figures.withdraw(member);
  }
  return figures;
}

import { removedIn } from '../../../hub/backup/removal-lists.ts';
import type { Hub } from '../../../hub/hub.ts';
import { type Act, type Answer, isDone } from '../../../hub/people/acting.ts';
import type { FiguresChoice } from '../../../team/figures.ts';
import { GuardedFigures } from './guarded-figures.ts';

/** The figures of a hub. `dayOf`: days since 1970 of whole hours, where the team is. */
export async function openFigures(hub: Hub, dayOf: (hour: number) => number): Promise<GuardedFigures> {
  const figures = await GuardedFigures.open({
    db: hub.db,
    epoch: hub.epoch,
    now: hub.now,
    members: () => hub.people.all(),
    member: (id) => hub.people.member(id),
    dayOf,
    inTurn: (work) => hub.tally.inTurn(work),
    damaged: (month) => hub.log('figures-set-aside', { month }),
  });
  // A backup knows nothing of who took their name back since.
  for (const { unlisted: member, at } of removedIn(hub.settings.folder)) {
    if (!member) continue;
    const { listed, listedat } = hub.people.member(member) ?? { listed: 0, listedat: null };
    if (!listed || Number(listedat ?? 0) > at) continue;
    await hub.people.change(member, { listed: 0, listedat: null });
    await figures.withdraw(member);
  }
  return figures;
}

/** Decides how the team's figures are published, and shows it. Without `act`: as the founder, who is not known yet. */
export async function decideFigures(hub: Hub, choice: FiguresChoice, act?: Act): Promise<Answer> {
  const asFounder: Act = (work) =>
    hub.db.transaction().execute((within) => work(within, { member: '', role: 'admin' }));
  const answer = await hub.figures.decide(choice, act ?? asFounder);
  if (!isDone(answer)) return answer;
  await hub.team.show();
  await hub.foldAgain();
  return answer;
}

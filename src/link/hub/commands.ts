import { DONE, isDone } from '../../hub/people/authorised-transaction.ts';
import { command, type HubCommands } from '../../hub/people/command.ts';
import { ADMINS, LEADERS, WRITERS } from '../../hub/people/rights.ts';
import { LINK_COMMANDS } from '../commands.ts';
import type { LinkService } from './link-service.ts';
import { linkTeamRule } from './link-team-rule.ts';

/** Commands about links. */
export const LINK_HUB_COMMANDS: HubCommands<LinkService> = {
  'links.set': command({
    roles: ADMINS,
    schema: LINK_COMMANDS['links.set'],
    async run({ links }, { service, hub, act }) {
      const answer = await hub.team.setRule(act, linkTeamRule, links);
      if (isDone(answer)) await service.rulesChanged();
      return answer;
    },
  }),
  'link.agree': command({
    roles: LEADERS,
    schema: LINK_COMMANDS['link.agree'],
    about: ({ link }) => [link],
    run: ({ link, target }, { service, act }) => service.links.answer(link, { target }, act),
  }),
  'link.decline': command({
    roles: LEADERS,
    schema: LINK_COMMANDS['link.decline'],
    about: ({ link }) => [link],
    run: ({ link }, { service, act }) => service.links.answer(link, null, act),
  }),
  // The audit may record a link's name: it is an address of the team's and no person's name.
  'link.name': command({
    roles: WRITERS,
    schema: LINK_COMMANDS['link.name'],
    about: ({ link, name }) => [link, name],
    isOwn: true,
    run: ({ link, name }, { service, act }) => service.links.name(link, name, act),
  }),
  'link.free': command({
    roles: ADMINS,
    schema: LINK_COMMANDS['link.free'],
    about: ({ name }) => [name],
    run: ({ name }, { service, act }) => service.links.free(name, act),
  }),
  'clicks.count': command({
    roles: ADMINS,
    schema: LINK_COMMANDS['clicks.count'],
    async run(_, { service, act }) {
      const answer = await act(async () => DONE);
      return isDone(answer) ? { done: true, changed: await service.countAgain() } : answer;
    },
  }),
};

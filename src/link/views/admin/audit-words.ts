import type { KeyTaking } from '../../../i18n/translate.ts';
import type { LinkCommand } from '../../commands.ts';

/** Sentences of the audit for what was done to links. */
export const LINK_AUDIT: Readonly<Record<LinkCommand['do'], KeyTaking<'about'>>> = {
  'links.set': 'auditLinksSet',
  'link.agree': 'auditLinkAgree',
  'link.decline': 'auditLinkDecline',
  'link.name': 'auditLinkName',
  'link.free': 'auditLinkFree',
  'clicks.count': 'auditClicksCount',
};

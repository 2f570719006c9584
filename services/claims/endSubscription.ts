import type { SubscriptionState } from '../directory/import/saveSubscriptions.ts';
import { subscriptionSlot } from '../domain/line.ts';
import { subscriptionEndedAlertFor } from '../domain/rules/subscriptionEndedAlertFor.ts';
import { emptySlot, endSlot, reopenSlot, type Slot } from '../domain/slot.ts';
import type { DocumentStore, Write } from '../storage/documents/documentStore.ts';
import { alertDocument, slotDocument, slotId } from './documents.ts';

/**
 * What must be written together with a subscription that has ended or come back, so that its slot agrees (R45). Empty
 * if the slot already agrees, so the partners of its claims are notified once, however often it is imported.
 */
export async function slotWritesFor(
  store: DocumentStore,
  { tenantId, id, ended, at }: SubscriptionState,
): Promise<Write[]> {
  const name = subscriptionSlot(id);
  const stored = await store.read<Slot>(tenantId, slotId(name));
  const before = stored?.body ?? emptySlot(name);
  if ((before.ended ?? false) === ended) return [];
  const after = ended ? endSlot(before) : reopenSlot(before);
  const document = slotDocument(tenantId, after);
  const alert = ended
    ? subscriptionEndedAlertFor({ before, after }, { customerTenantId: tenantId, at })
    : undefined;
  return [
    stored ? { kind: 'replace', document, etag: stored.etag } : { kind: 'create', document },
    ...(alert ? [{ kind: 'create' as const, document: alertDocument(tenantId, alert) }] : []),
  ];
}

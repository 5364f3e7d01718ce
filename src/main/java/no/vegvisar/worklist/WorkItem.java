package no.vegvisar.worklist;

import java.time.Instant;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.LocalText;

/**
 * One row of the list.
 *
 * @param id task id, or the id of a house item
 * @param house whether it is the house's own item, without an engine task
 * @param kind element id of a task, kind of a house item
 * @param caseNo or null
 * @param process label of the process, or null
 * @param role code, or null
 * @param assignee user id, or null
 * @param due or null
 * @param notSameAs element whose doer may not do this, or null
 * @param link where a house item leads, or null
 * @param byCause whether nobody takes it off by hand
 */
record WorkItem(
    String id,
    boolean house,
    String kind,
    String caseNo,
    LocalText title,
    LocalText process,
    String role,
    String unit,
    String assignee,
    Instant due,
    DeadlineClocks.Kind dueKind,
    String notSameAs,
    String link,
    boolean byCause,
    Instant createdAt,
    Instant changedAt) {}

package no.vegvisar.complaint;

import java.util.List;
import no.vegvisar.organisation.UserId;

/**
 * The own review of a complaint that is not upheld in full, recorded or still being written.
 *
 * @param outcome partly or notUpheld; null while it is not chosen
 * @param reason null while nothing is written
 * @param partWords what is done of what is upheld in part; null when nothing is
 * @param documents ids of what goes along, beside complaint and review; {@link
 *     ComplaintPapers#REFERRAL} is the referral
 */
record Review(String outcome, String reason, String partWords, UserId by, List<String> documents) {}

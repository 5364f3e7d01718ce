package no.vegvisar.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import no.vegvisar.ui.ProblemView;

/**
 * What the form island needs, shared by tasks and referrals (fragment {@code form/island ::
 * island(form)}).
 *
 * <p>The island posts {@code data} (JSON of the visible answers), {@code _version} and {@code _key}
 * to {@code action} with {@code Accept: application/json}. It understands 200 {@code {location}},
 * 422 {@code {message, errors:[{key, message}]}}, 409 {@code {message}}, 401 and 403. Drafts are
 * posted to {@code draftHref} as JSON {@code {data, rev}} with the CSRF header and answered {@code
 * {rev, savedAt}} ({@code savedAt} as text, e.g. "09.42"); 409 means a newer draft exists.
 *
 * @param schema the form in the reader's language, as form-js reads it
 * @param data draft, earlier answers or prefill; never {@code null}
 * @param problems what the server found last time; empty at first
 * @param action where the answers are posted
 * @param version goes along as {@code _version}
 * @param key goes along as {@code _key}; a repeat gives the first result
 * @param submitText the same verb as in the task's name, e.g. "Complete the assessment"
 * @param draftHref {@code null} keeps no draft
 * @param draftRev revision of the draft shown, 0 for none
 * @param draftSaved when the draft was saved, e.g. "Draft saved 09.42"; {@code null} for none
 * @param readOnly shows the answers and no buttons
 */
public record FormView(
    JsonNode schema,
    JsonNode data,
    List<ProblemView> problems,
    String action,
    String version,
    String key,
    String submitText,
    String draftHref,
    long draftRev,
    String draftSaved,
    boolean readOnly) {

  /** The same form, posting elsewhere. */
  public FormView postedTo(String address) {
    return new FormView(
        schema,
        data,
        problems,
        address,
        version,
        key,
        submitText,
        draftHref,
        draftRev,
        draftSaved,
        readOnly);
  }
}

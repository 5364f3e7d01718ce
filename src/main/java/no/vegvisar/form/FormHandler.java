package no.vegvisar.form;

import java.util.List;
import java.util.Map;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;

/**
 * The code behind a form: turns validated answers into a command of its module, before the task
 * completes and in the same transaction (rule 1). A form without a handler works too: its answers
 * are kept as a submission on the case.
 */
public interface FormHandler {

  /** Id of the form, e.g. register-referral. */
  String formId();

  /**
   * Further checks that a schema cannot say, then the command. A refusal rolls everything back,
   * keeps what was typed and is shown at its field.
   *
   * @return empty when done
   */
  List<Refusal> submit(Submission submission);

  /**
   * What the page shows in the form's text views (slots) and offers as options at run time. Slot
   * values are plain text or lists of lines, already in the reader's language; options are value to
   * label. Never null.
   */
  default Context context(OpenTask task, CaseNo caseNo) {
    return Context.NONE;
  }

  /**
   * @param slots slot name to lines of text
   * @param options options key (valuesKey) to value-label pairs in order
   * @param prefill field key to value shown when there is no draft (facts on record, never a
   *     proposed decision)
   */
  record Context(
      Map<String, List<String>> slots,
      Map<String, Map<String, String>> options,
      Map<String, Object> prefill) {
    public static final Context NONE = new Context(Map.of(), Map.of(), Map.of());
  }
}

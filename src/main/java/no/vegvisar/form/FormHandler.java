package no.vegvisar.form;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;

/**
 * The code behind a form: turns validated answers into a command of its module, before the task
 * completes and in the same transaction (rule 1). A form without a handler works too: its answers
 * are kept as a submission on the case.
 */
public interface FormHandler {

  /** A form and its command; the page is given nothing. */
  static FormHandler of(String formId, Function<Submission, List<Refusal>> command) {
    return of(formId, command, (task, caseNo) -> Context.NONE);
  }

  /**
   * A form, its command, and what its page is given.
   *
   * @param given see {@link #context}
   */
  static FormHandler of(
      String formId,
      Function<Submission, List<Refusal>> command,
      BiFunction<OpenTask, CaseNo, Context> given) {
    return new FormHandler() {
      @Override
      public String formId() {
        return formId;
      }

      @Override
      public List<Refusal> submit(Submission submission) {
        return command.apply(submission);
      }

      @Override
      public Context context(OpenTask task, CaseNo caseNo) {
        return given.apply(task, caseNo);
      }
    };
  }

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

    /** Only text beside the form. */
    public static Context showing(Map<String, List<String>> slots) {
      return new Context(slots, Map.of(), Map.of());
    }

    /** Only options that are known at run time. */
    public static Context offering(Map<String, Map<String, String>> options) {
      return new Context(Map.of(), options, Map.of());
    }
  }
}

package no.vegvisar.modelling.web;

import java.util.List;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import no.vegvisar.ui.ProblemView;

/**
 * One process: what {@code modelling/process.html} draws. A file made elsewhere is sent in with
 * {@code upload}; the editor is a page of its own, see {@link EditorView}.
 *
 * @param name in the reader's language
 * @param description the model's own documentation; may be {@code null}
 * @param xmlHref the version in use; {@code null} before the first
 * @param steps the same as the diagram, in words, in the order of the flow
 * @param facts key, owner, cases running …
 * @param versions newest first, drafts included
 * @param editHref {@code null} hides the button
 * @param related called processes, decision tables and forms
 * @param upload {@code null} when the reader may only look
 * @param problems what the policy refused in the last upload, with the element's id in words
 */
public record ProcessView(
    String name,
    String description,
    String xmlHref,
    List<FactView> steps,
    List<FactView> facts,
    List<Version> versions,
    String editHref,
    List<LinkView> related,
    Upload upload,
    List<ProblemView> problems) {

  /**
   * @param label e.g. "v8"
   * @param state in the reader's language, e.g. "In use since 19 Oct", with {@code color} as for
   *     tags
   * @param by who made and who approved it
   */
  public record Version(
      String label,
      String href,
      String state,
      String color,
      String by,
      String reason,
      long running) {}

  /** Posts {@code file} (multipart), {@code reason}, {@code _version}, {@code _key}. */
  public record Upload(String href, String version, String key) {}
}

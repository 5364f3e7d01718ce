package no.vegvisar.modelling.web;

import java.util.List;
import no.vegvisar.ui.ChoiceView;
import no.vegvisar.ui.ProblemView;

/**
 * The diagram editor: what {@code modelling/edit.html} draws. Its answer needs {@code
 * style-src-attr 'unsafe-inline'} in the content security policy; no other page does. Both buttons
 * post {@code xml}, {@code reason}, {@code approver}, {@code _version} and {@code _key}.
 *
 * @param xmlHref what to start from; {@code null} starts an empty drawing
 * @param filename for the download button, e.g. {@code rights-assessment.bpmn}
 * @param label e.g. "Draft v9"
 * @param backHref the process
 * @param saveHref keeps a draft; {@code null} hides the button
 * @param sendHref sends it for approval
 * @param approvers those who may approve, never the reader
 * @param problems what the server found last time
 */
public record EditorView(
    String name,
    String label,
    String backHref,
    String xmlHref,
    String filename,
    String saveHref,
    String sendHref,
    List<ChoiceView> approvers,
    String version,
    String key,
    List<ProblemView> problems) {}

package no.vegvisar.casefile.web;

import java.util.List;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import no.vegvisar.ui.PatientBannerView;
import no.vegvisar.ui.StepView;

/**
 * What {@code casefile/case.html} draws around one part of a case: banner, phases, the list of
 * parts. The part itself is the fragment {@code part} of the template {@code partTemplate}, which
 * reads its own model attribute, by convention named {@code part}. The fragment {@code
 * casefile/case :: body} is what htmx swaps when another part is chosen.
 *
 * @param banner as this reader may see it
 * @param facts second line of the banner, e.g. therapist, coordinator, GP
 * @param steps the phases; empty when the case has none
 * @param parts the parts this reader may open; {@code current} on the one shown
 * @param partTitle heading of the part
 * @param partTemplate e.g. {@code casefile/parts/overview} or {@code treatment/parts/plan}
 * @param actions buttons that lead somewhere, right of the heading
 * @param note e.g. that the case is closed or opened by break-the-glass; may be {@code null}
 */
public record CaseView(
    PatientBannerView banner,
    List<FactView> facts,
    List<StepView> steps,
    List<LinkView> parts,
    String partTitle,
    String partTemplate,
    List<LinkView> actions,
    String note) {}

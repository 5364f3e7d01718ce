package no.vegvisar.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A view of every page with made-up content, for tests that draw pages without a backend. */
final class SamplePages {

  private SamplePages() {}

  static PageFrame frame() {
    return new PageFrame(
        "Ålesund behandlingssenter",
        "Liv Sandvik",
        "Psykolog",
        "LS",
        List.of(
            new PageFrame.NavItem("tasks", "/tasks", true, 11),
            new PageFrame.NavItem("cases", "/cases", false, null),
            new PageFrame.NavItem("referrals", "/referrals", false, null),
            new PageFrame.NavItem("processes", "/processes", false, null)),
        true,
        "nb",
        "/cases/search");
  }

  static Map<String, Map<String, Object>> all() {
    var pages = new LinkedHashMap<String, Map<String, Object>>();
    pages.putAll(SampleWork.pages());
    pages.putAll(SampleCase.pages());
    pages.putAll(SampleReferrals.pages());
    pages.putAll(SampleDoors.pages());
    pages.putAll(SampleProcesses.pages());
    pages.putAll(SampleAudit.pages());
    for (var error : List.of("403", "404", "409", "422", "500", "session")) {
      pages.put("error/" + error, Map.of("problems", List.of(), "supportCode", "7F3A21C0"));
    }
    return pages;
  }
}

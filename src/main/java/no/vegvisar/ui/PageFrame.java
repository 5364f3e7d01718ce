package no.vegvisar.ui;

import java.util.List;

/**
 * What every page shows around its content: who is signed in, for which organisation, and where
 * they may go.
 *
 * @param organisation name of the actor's body or unit; empty when nobody is signed in
 * @param displayName the actor's name; {@code null} when nobody is signed in, and then no user menu
 *     is drawn
 * @param roleName the actor's role in the reader's language
 * @param initials at most three letters for the round mark
 * @param nav the three to five areas the role has, in order
 * @param demo whether the demo mark is drawn
 * @param language {@code nn}, {@code nb} or {@code en}
 * @param searchAction where the case search posts its {@code q} (a POST, so no name ends up in an
 *     address); {@code null} hides the search
 */
public record PageFrame(
    String organisation,
    String displayName,
    String roleName,
    String initials,
    List<NavItem> nav,
    boolean demo,
    String language,
    String searchAction) {

  public PageFrame {
    nav = nav == null ? List.of() : List.copyOf(nav);
  }

  /** The frame of a page that anyone may open, such as sign-in and error pages. */
  public static PageFrame anonymous(boolean demo, String language) {
    return new PageFrame("", null, null, null, List.of(), demo, language, null);
  }

  public boolean signedIn() {
    return displayName != null;
  }

  /**
   * One area in the top bar; its text is the message {@code ui.nav.<key>}.
   *
   * @param count items waiting there; {@code null} shows no number
   */
  public record NavItem(String key, String href, boolean active, Integer count) {}
}

package no.vegvisar.access.web;

import java.util.List;

/**
 * What {@code access/login.html} draws. The forms post {@code username} and {@code password} to
 * {@code /login}; a demo button posts {@code username} and {@code demo=true} only and is drawn in
 * the demo alone.
 *
 * @param demo draws the word demo and the demo users
 * @param groups demo users by body; empty outside the demo
 * @param error why the last try failed, in the reader's language; {@code null} at first
 * @param signedOut draws a receipt that the reader is signed out
 * @param username typed last time; may be {@code null}
 */
public record LoginView(
    boolean demo, List<Group> groups, String error, boolean signedOut, String username) {

  /**
   * @param label name of the body
   */
  public record Group(String label, List<DemoUser> users) {}

  /**
   * @param role role and unit in the reader's language
   * @param comesFor what they come for, one short line; may be {@code null}
   */
  public record DemoUser(
      String username, String displayName, String initials, String role, String comesFor) {}
}

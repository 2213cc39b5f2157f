package org.caucus.workspace.templates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;

/** One thing that a template makes, and the commands that make it. Pure. */
sealed interface TemplateStep permits NewList, NewTracker, NewIssue, NewAction {
  /** The words of all templates. */
  MessageCatalogue WORDS = MessageCatalogue.of("templates");

  /** Between choices of a field, and lines of a checklist. */
  String BETWEEN = "\\s*\\|\\s*";

  /**
   * For whom a template is filled in.
   *
   * @param slug of the workspace; addresses begin with it
   * @param today where the convenor is
   */
  record Filling(
      WorkspaceTemplate template, Language language, String slug, LocalDate today, ZoneId zone) {
    /** What a thing of this template is called. */
    String say(String key) {
      return WORDS.say(language, template.key() + "." + key);
    }

    List<String> all(String key) {
      return Arrays.asList(say(key).split(BETWEEN, -1));
    }
  }

  /**
   * A thing to be made.
   *
   * @param kind of it
   * @param name what it is called
   * @param details what is in it
   * @param at when it is; empty if it has no time
   * @param audience who reads it
   * @param place the address it takes, and the reference that takes it; empty for one without
   * @param commands that make it
   */
  record Made(
      Ref.Kind kind,
      String name,
      List<String> details,
      Optional<Instant> at,
      Audience audience,
      Optional<Claim> place,
      List<Command> commands) {}

  /** An address that a place takes. */
  record Claim(String localPart, Ref ref) {}

  /** What is made of it. */
  Made in(Filling f);
}

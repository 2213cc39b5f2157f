package org.caucus.coalition.mailcommands.suggestions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What other programs, and people in the languages here, call how far something is. For an example:
 * what is called so is not done, but shown in the word that is known here.
 */
public final class Synonyms {
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "DONE",
          Set.of(
              "finished",
              "complete",
              "completed",
              "closed",
              "close",
              "resolved",
              "fixed",
              "ready",
              "fini",
              "finie",
              "fait",
              "faite",
              "clos",
              "achevé",
              "achevée",
              "résolu",
              "تم",
              "انتهى",
              "منتهية",
              "منجز",
              "منجزة",
              "مكتمل",
              "مغلق"),
          "CALLED_OFF",
          Set.of(
              "cancelled",
              "canceled",
              "cancel",
              "off",
              "dropped",
              "abandoned",
              "annulé",
              "abandonnée",
              "ملغى",
              "ملغاة",
              "ألغي"),
          "DECLINED",
          Set.of(
              "rejected",
              "refused",
              "wontfix",
              "won't fix",
              "dropped",
              "cancelled",
              "canceled",
              "invalid",
              "refusé",
              "rejeté",
              "annulé",
              "abandonné",
              "مرفوض",
              "ملغى"),
          "UNDER_WAY",
          Set.of(
              "started",
              "running",
              "ongoing",
              "active",
              "begun",
              "in progress",
              "doing",
              "entamée",
              "commencée",
              "جارٍ",
              "بدأ"),
          "IN_PROGRESS",
          Set.of(
              "started",
              "running",
              "ongoing",
              "active",
              "begun",
              "under way",
              "doing",
              "working",
              "assigned",
              "entamé",
              "commencé",
              "جارٍ",
              "بدأ"),
          "WAITING",
          Set.of("pending", "blocked", "on hold", "hold", "paused", "bloqué", "suspendu", "معلق"),
          "PLANNED",
          Set.of("scheduled", "upcoming", "new", "open", "planifiée", "prévu", "مقرر"),
          "OPEN",
          Set.of("reopened", "reopen", "rouvert", "todo", "to do", "جديد"),
          "TRIAGE",
          Set.of("new", "inbox", "unsorted", "backlog", "nouveau"));

  private Synonyms() {}

  /** The constant whose meaning it is, if one of these. */
  public static <E extends Enum<E>> Optional<E> of(String written, E[] all) {
    String low = written.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
    return Arrays.stream(all).filter(one -> words(one).contains(low)).findFirst();
  }

  private static Set<String> words(Enum<?> one) {
    return WORDS.getOrDefault(one.name(), Set.of());
  }
}

package org.caucus.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Checkout;
import org.junit.jupiter.api.Test;

/**
 * No regular expression of ours takes more than a bounded number of looks at each character of a
 * hostile text. Looks are counted, not timed. Constants are found by reflection, expressions in
 * place by reading the source.
 */
class RegexTest {
  /** Characters of each hostile text. */
  private static final int LENGTH = 2_000;

  /** Looks at each character that are fine. */
  private static final int LOOKS = 60;

  /** Expressions that may look more often, for texts that are never longer than this; and why. */
  private static final Map<String, Integer> SHORT =
      Map.of(
          "MailAddress.HOST", 512, // an address has at most 512 octets
          "MailAddress.DOT_ATOM", 512,
          "Argument.ARGUMENT", 1_000, // a command line has no more
          "FreeFormReport", 1_000, // a line of a report is cut before it
          "ReportLines", 1_000, // here
          "FailurePhrases", 1_000, // and here
          "ReportForm", 1_000, // and of an address the local part
          "ReportSubject", 1_000, // a subject is cut as well
          "AwayMessage", 300, // cut before it
          "AutoReplyDetection", 1_000); // and a subject and a name

  /** Only ever asked of a whole text or of its start, never searched for in it. */
  private static final Set<String> NOT_SEARCHED =
      Set.of(
          "ArcCheck.INSTANCE",
          "Argument.ARGUMENT",
          "FreeFormReport.BYSTANDER_WORD",
          "FreeFormReport.NAMES_FOLLOW",
          "ReportLines.NOT_RETURNED",
          "FreeFormReport.RECIPIENT_WORD",
          "AwayMessage.AWAY",
          "AwayMessage.BEGINS",
          "AwayMessage.NAMED",
          "ReportForm.RETURN_PATH",
          "ReportLines.RETURNED",
          "ReportSubject.ANSWER",
          "Automation.REPLY_SUPPRESSED",
          "AutoReplyDetection.SYSTEMS_SUBJECT",
          // the whole of a name in a ZIP
          "OfficeMetadataStripper.ENDS",
          "OfficeMetadataStripper.META",
          "OfficeMetadataStripper.TEMPLATE",
          "OfficeMetadataStripper.WITHIN");

  private static final Pattern IN_PLACE =
      Pattern.compile(
          "\\.(matches|replaceAll|replaceFirst|split)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*[,)]");

  private static final List<String> PIECES =
      List.of(
          "a",
          "A",
          "1",
          " ",
          "\t",
          ".",
          "-",
          "_",
          "@",
          "<",
          ">",
          "\"",
          "\\",
          "\\\"",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ":",
          ";",
          ",",
          "=",
          "/",
          "//",
          "?",
          "&",
          "#",
          "*",
          "\n",
          "\r\n",
          "> ",
          "a.",
          "a@",
          "<a",
          "a,",
          "a=",
          " a",
          "a b",
          "\u00e9",
          "=?utf-8?",
          "Re: ",
          "a;",
          "aA",
          "0.",
          "::",
          "\"a",
          "a\"");

  /** A text that counts how often it is looked at. */
  private static final class Counted implements CharSequence {
    private final String text;
    private final long most;
    private long looks;

    Counted(String text, long most) {
      this.text = text;
      this.most = most;
    }

    @Override
    public char charAt(int index) {
      if (++looks > most) {
        throw new IllegalStateException("looked too often");
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static Map<String, Pattern> constants() throws ReflectiveOperationException {
    Map<String, Pattern> found = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.caucus")) {
      for (var field : type.getFields()) {
        if (field.getRawType().isEquivalentTo(Pattern.class)) {
          Field reflected = field.reflect();
          if (Modifier.isStatic(reflected.getModifiers())) {
            reflected.setAccessible(true);
            String name = type.getSimpleName() + "." + field.getName();
            found.put(name, (Pattern) reflected.get(null));
          }
        }
      }
    }
    return found;
  }

  private static Map<String, Pattern> inPlace() throws IOException {
    Map<String, Pattern> found = new TreeMap<>();
    for (Path file : Checkout.sources("main")) {
      Matcher use = IN_PLACE.matcher(Files.readString(file));
      while (use.find()) {
        String regex = use.group(2).translateEscapes();
        found.put(file.getFileName() + " " + regex, Pattern.compile(regex));
      }
    }
    return found;
  }

  @Test
  void eachLooksAtEachCharacterABoundedNumberOfTimes() throws Exception {
    Map<String, Pattern> all = constants();
    assertThat(all).hasSizeGreaterThan(25);
    Map<String, Pattern> other = inPlace();
    assertThat(other).hasSizeGreaterThan(40);
    all.putAll(other);
    List<String> slow = new ArrayList<>();
    all.forEach(
        (name, pattern) -> {
          for (String text : hostile(longest(name))) {
            if (isSlow(pattern, text, !NOT_SEARCHED.contains(name))) {
              slow.add(name + " on " + text.substring(0, 12).replace("\n", "\\n"));
              break;
            }
          }
        });

    assertThat(slow).isEmpty();
  }

  private static List<String> hostile(int length) {
    List<String> texts = new ArrayList<>();
    for (String piece : PIECES) {
      String run = piece.repeat(length / piece.length());
      texts.add(run);
      texts.add(run.substring(0, run.length() - 1) + "\u0001");
      texts.add("a" + run + "!");
    }
    return texts;
  }

  private static int longest(String name) {
    String type = name.substring(0, Math.max(0, name.indexOf('.')));
    return SHORT.getOrDefault(name, SHORT.getOrDefault(type, LENGTH));
  }

  private static boolean isSlow(Pattern pattern, String text, boolean searched) {
    int each = text.length() < LENGTH * 3 / 4 ? text.length() : LOOKS;
    long most = (long) text.length() * each + 1_000;
    try {
      pattern.matcher(new Counted(text, most)).matches();
      pattern.matcher(new Counted(text, most)).lookingAt();
      Matcher finder = pattern.matcher(new Counted(text, most));
      while (searched && finder.find()) {
        // to the end
      }
      return false;
    } catch (IllegalStateException | StackOverflowError e) {
      return true;
    }
  }
}

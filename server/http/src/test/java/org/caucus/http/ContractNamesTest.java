package org.caucus.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Generators turn the contract's names into classes and methods, in any language. */
class ContractNamesTest {
  /** Keywords of Go, Java, Python and TypeScript; a name in small letters becomes a file. */
  private static final Set<String> KEYWORDS =
      Set.of(
          """
          and any as assert async await bool boolean break byte case catch chan class const continue
          debugger def default defer del delete do double elif else enum error except export extends
          fallthrough false final finally float for from func function global go goto if implements
          import in instanceof int interface is lambda let long map match module native new nil none
          nonlocal not null number object or package pass private protected public raise range record
          return select self short static str string struct super switch symbol synchronized this
          throw throws transient true try type typeof uint union unknown var void volatile while with
          yield
          """
              .split("\\s+", 0));

  /** Names that Python's builtins and typing, and JavaScript's globals, have taken. */
  private static final Set<String> TAKEN =
      Set.of(
          """
          Annotated Any Array Blob Callable Collection Container Counter Date Dict Ellipsis Event
          Exception File Final FormData Function Generator Generic Headers Infinity Intl Iterable
          Iterator List Literal Map Mapping Match Math Never None Number Object Optional Partial
          Pattern Pick Promise Protocol Proxy Readonly Record Reflect Request Required Response Self
          Sequence Set Sized String Symbol Text Tuple Type Union Warning
          """
              .split("\\s+", 0));

  private static final Set<String> VERBS =
      Set.of(
          """
          accept acknowledge add adopt apply approve archive cast change close comment confirm correct create
          decide decline delete discard dismiss download end export extend find finish get
          hand import invite leave list mark merge move open preview recall receive record refuse relate release remind
          remove rename renew reopen reply request resolve restore resume retract retry return review
          revise revoke search set sign split start step stream undo unwatch update upload verify watch
          withdraw write
          """
              .split("\\s+", 0));

  @SuppressWarnings("unchecked")
  private static Map<String, Object> part(Map<String, Object> whole, String name) {
    return (Map<String, Object>) whole.get(name);
  }

  private static Map<String, Object> contract() {
    return ContractValues.contract().getMap();
  }

  private static List<String> schemas(Predicate<String> asked) {
    return part(part(contract(), "components"), "schemas").keySet().stream().filter(asked).toList();
  }

  private static Stream<String> operations() {
    return part(contract(), "paths").values().stream()
        .flatMap(path -> ((Map<?, ?>) path).values().stream())
        .map(operation -> (String) ((Map<?, ?>) operation).get("operationId"));
  }

  @Test
  void noSchemaHasANameThatALanguageHasTaken() {
    assertThat(schemas(ContractNamesTest::isTaken)).isEmpty();
    assertThat(List.of("List", "Import", "Thread", "Record")).allMatch(ContractNamesTest::isTaken);
  }

  private static boolean isTaken(String name) {
    return KEYWORDS.contains(name.toLowerCase(Locale.ROOT))
        || TAKEN.contains(name)
        || isThere("java.lang." + name)
        || isThere("java.util." + name);
  }

  private static boolean isThere(String type) {
    try {
      Class.forName(type);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Go's constructors are called NewX, its optional values NullableX, its calls ApiXRequest. */
  @Test
  void noSchemaHasTheNameOfAConstructor() {
    assertThat(schemas(name -> name.matches("(?:New|Nullable)[A-Z].*|Api.*Request"))).isEmpty();
  }

  @Test
  void schemasDifferByMoreThanCase() {
    assertThat(schemas(name -> true).stream().map(name -> name.toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(200);
  }

  @Test
  void everyOperationIsAVerbAndItsObject() {
    assertThat(operations())
        .hasSizeGreaterThan(150)
        .doesNotHaveDuplicates()
        .allMatch(name -> VERBS.contains(name.split("(?=[A-Z])", 2)[0]), "a verb first")
        .noneMatch(name -> KEYWORDS.contains(name.toLowerCase(Locale.ROOT)));
  }

  /** Go makes a constant of each value of a schema that has a name, all in one package. */
  @Test
  void noValueStandsInTwoEnumerations() {
    Map<String, Object> all = part(part(contract(), "components"), "schemas");
    assertThat(
            all.keySet().stream()
                .flatMap(
                    name -> ((List<?>) part(all, name).getOrDefault("enum", List.of())).stream()))
        .hasSizeGreaterThan(40)
        .doesNotHaveDuplicates();
  }

  /** Python's generator has no type for octets without one; TypeScript's stops. */
  @Test
  void everyBodyHasASchema() {
    assertThat(ContractValues.contract().getJsonObject("paths").encode())
        .contains("application/octet-stream")
        .doesNotContain(":{}");
  }

  /** Java's client does not compile with a set of values that stand in place. */
  @Test
  void theValuesOfASetHaveAName() {
    assertThat(ContractValues.contract().encode())
        .containsPattern("\"uniqueItems\":true,[^{}]*\"items\":\\{\"\\$ref\"")
        .doesNotContainPattern("\"uniqueItems\":true,[^{}]*\"items\":\\{\"type\"");
  }
}

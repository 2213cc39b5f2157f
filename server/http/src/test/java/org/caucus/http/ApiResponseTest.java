package org.caucus.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text of a person ends a header of an answer. */
class ApiResponseTest {
  @ParameterizedTest
  @ValueSource(strings = {"a\r\nSet-Cookie: x=y", "a\nb", "a\rb", "a\0b", "a\u007fb", "a\u2028b"})
  void aValueCannotBecomeAnotherHeader(String value) {
    assertThatThrownBy(() -> ApiResponse.empty(204).with("x-note", value))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ApiResponse.empty(204).with(value, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 1_000)
  void everyNameOfAFileIsOneFieldAndReadBackAsItWas(@ForAll @StringLength(max = 200) String name) {
    assertReadBack(name);
  }

  @Test
  void marksOfTheSyntaxAreNotPartOfIt() {
    assertReadBack("a*b'(c)%41+\"d\"; filename=x.pdf");
  }

  private static void assertReadBack(String name) {
    String whole = name.replaceAll("[\\ud800-\\udfff]", "?");
    String written =
        ApiResponse.file("application/octet-stream", whole, Buffer.buffer())
            .headers()
            .get("content-disposition");

    assertThat(written)
        .matches("attachment; filename=\"[A-Za-z0-9 ._-]*+\"; filename\\*=[^ ;\"]*+");
    String value = written.substring(written.indexOf("''") + 2);
    assertThat(value).matches("(?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})*+");
    assertThat(URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8))
        .isEqualTo(whole);
  }
}

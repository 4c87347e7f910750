package dev.pgduo.transcript.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Preformatted text of HTML. */
class PreformattedTest {
    @Test
    void aPreBeginsBelowItsTagOrBehindIt() {
        Steps steps = Steps.of(
                "x.html", "<p>a</p>\n<pre>\nvi one\n</pre>\n<pre>vi two</pre>\n<pre><code>\nvi three\n</code></pre>\n");
        assertThat(steps.imported().report())
                .filteredOn(report -> report.message().startsWith("cannot be played"))
                .extracting(report ->
                        Objects.requireNonNull(report.position(), "a line").line())
                .containsExactly(3, 5, 7);
    }
}

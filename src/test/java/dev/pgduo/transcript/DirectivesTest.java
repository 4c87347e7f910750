package dev.pgduo.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import dev.pgduo.transcript.model.CaptureSource;
import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.Directives;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.ResolvedStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectivesTest {
    private static Directives above(String directive) {
        return Texts.steps(directive, "    => select 1;", "     1").stream()
                .filter(step -> step.step().runs())
                .findFirst()
                .orElseThrow()
                .directives();
    }

    @Test
    void speakAboutTheNextStep() {
        Directives none = Directives.none();
        assertThat(above("Words.")).isEqualTo(none);
        assertThat(above("%expect-error").expectError()).isEqualTo(new Directive.ExpectError(null));
        assertThat(above("%expect-error 25006").expectError()).isEqualTo(new Directive.ExpectError("25006"));
        assertThat(above("%unordered"))
                .hasToString(
                        "Directives[expectError=null, unordered=true, ignore=false, eventually=null, noCatchup=false, captures=[]]");
        assertThat(above("%ignore"))
                .hasToString(
                        "Directives[expectError=null, unordered=false, ignore=true, eventually=null, noCatchup=false, captures=[]]");
        assertThat(above("%no-catchup"))
                .hasToString(
                        "Directives[expectError=null, unordered=false, ignore=false, eventually=null, noCatchup=true, captures=[]]");
        assertThat(above("%eventually").eventually()).isEqualTo(new Directive.Eventually(null));
        assertThat(above("%eventually 2 min").eventually()).isEqualTo(new Directive.Eventually(Duration.ofMinutes(2)));
        assertThat(above("%note x")).isEqualTo(none);
    }

    @Test
    void addUp() {
        List<ResolvedStep> steps = Texts.steps(
                "%ignore",
                "%unordered", "", "%no-catchup", "%eventually", "%expect-error 42P01", "lab> up", "", "lab> down");
        Directives all = steps.stream()
                .filter(step -> step.step().runs())
                .findFirst()
                .orElseThrow()
                .directives();
        assertThat(all)
                .isEqualTo(new Directives(
                        new Directive.ExpectError("42P01"),
                        true,
                        true,
                        new Directive.Eventually(null),
                        true,
                        List.of()));
        assertThat(steps.get(steps.size() - 1).directives()).isEqualTo(Directives.none());
    }

    @Test
    void standBetweenAStepAndItsOutput() {
        ResolvedStep step = Texts.steps("postgres> ls", "%unordered", "%ignore", "a", "", "postgres> pwd", "b")
                .get(0);
        assertThat(step.directives().unordered()).isTrue();
        assertThat(step.directives().ignore()).isTrue();
        assertThat(Texts.written(step)).containsExactly("a");
        List<ResolvedStep> forNext = Texts.steps("postgres> ls", "%unordered", "", "postgres> pwd", "b").stream()
                .filter(each -> each.step().runs())
                .toList();
        assertThat(forNext.get(0).directives().unordered()).isFalse();
        assertThat(forNext.get(1).directives().unordered()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "x = lsn            ~ column lsn",
                "x=größe            ~ column größe",
                "x = ?column?       ~ column ?column?",
                "x = \"a b\"        ~ column a b",
                "_x1 = /([0-9]+)/   ~ regex ([0-9]+)",
                "x = [0-9]+         ~ regex [0-9]+",
                "x = a b            ~ regex a b",
                "x = /              ~ regex /",
            })
    void captureAColumnOrAnExpression(String argument, String from) {
        List<Directive.Capture> captures = Texts.steps("    => select 1;", "     1", "%capture " + argument).stream()
                .filter(step -> step.step().runs())
                .findFirst()
                .orElseThrow()
                .directives()
                .captures();
        CaptureSource source = from.startsWith("column ")
                ? new CaptureSource.Column(from.substring("column ".length()))
                : new CaptureSource.Regex(from.substring("regex ".length()));
        assertThat(captures).containsExactly(new Directive.Capture(3, argument.split("[ =]", 2)[0], source));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "%note               ~ 6  ~ directive \"%note\" has no text",
                "%ignore x           ~ 9  ~ directive \"%ignore\" takes no argument",
                "%unordered  x       ~ 13 ~ directive \"%unordered\" takes no argument",
                "%no-catchup x       ~ 13 ~ directive \"%no-catchup\" takes no argument",
                "%expect-error 4200  ~ 15 ~ invalid SQLSTATE \"4200\"",
                "%expect-error 4200x ~ 15 ~ invalid SQLSTATE \"4200x\"",
                "%eventually 0s      ~ 13 ~ invalid duration \"0s\"",
                "%eventually 10      ~ 13 ~ invalid duration \"10\"",
                "%capture 1x = y     ~ 10 ~ invalid \"%capture\"",
                "%capture x =        ~ 10 ~ invalid \"%capture\"",
                "%capture я = y      ~ 10 ~ invalid \"%capture\"",
                "%capture x = a[     ~ 15 ~ invalid regular expression",
                "%capture x = /я[/   ~ 16 ~ invalid regular expression",
                "%els                ~ 1  ~ unknown directive \"%els\"",
                "%                   ~ 1  ~ unknown directive \"%\"",
            })
    void saysWhatIsWrongAndWhere(String line, int column, String message) {
        assertThat(Texts.errors("lab> up", "a", line, "lab> down"))
                .first()
                .asString()
                .startsWith("x.lab:3:" + column + ": ERROR:  " + message);
    }

    @Test
    void capturesStandForTheirValues() {
        Captures captures = Captures.none().with("x", "1.5").with("y", "b").with("x", "2.5*");
        assertThat(captures.expand("a %{x} %{y}%{x} %%{x} %x {x}", "x.lab", 7)).isEqualTo("a 2.5* b2.5* %{x} %x {x}");
        assertThatThrownBy(() -> captures.expand("a\nb %{xy}", "x.lab", 7))
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().lines())
                                .containsExactly(
                                        "x.lab:8: ERROR:  nothing was captured as \"xy\"",
                                        "HINT:  Perhaps you meant %{x}."));
        assertThatThrownBy(() -> captures.expand("%{other}", "x.lab", 1))
                .isInstanceOfSatisfying(
                        LabException.class,
                        e -> assertThat(e.report().lines())
                                .last()
                                .isEqualTo("HINT:  Put \"%capture other = COLUMN\" under the output that has the value;"
                                        + " write %%{other} for the text itself."));
    }

    @Test
    void capturesAreQuotedInPatterns() {
        Captures captures = Captures.none().with("x", "a.*?\\");
        assertThat(new ExpectedLine.Exact(1, "%{x} b").expand(captures, "x.lab").written())
                .isEqualTo("a.*?\\ b");
        assertThat(new ExpectedLine.Glob(1, "*%{x}").expand(captures, "x.lab").written())
                .isEqualTo("*a.\\*\\?\\\\ (glob)");
        assertThat(new ExpectedLine.Regex(1, ".%{x}").expand(captures, "x.lab").written())
                .isEqualTo(".a\\.\\*\\?\\\\ (re)");
        assertThat(new ExpectedLine.AnyLines(1, "...").expand(captures, "x.lab").written())
                .isEqualTo("...");
        assertThat(new ExpectedLine.Glob(1, "a*?\\*b.").regex()).isEqualTo("a.*.\\*b\\.");
    }

    @Test
    void sourcesFindTheirValues() {
        List<String> output = List.of(" lsn | n ", "-----+---", " 0/1 | 7", " 0/2 | 8", "(2 rows)");
        assertThat(new CaptureSource.Column("lsn").find(output)).contains("0/1");
        assertThat(new CaptureSource.Column("none").find(output)).isEmpty();
        assertThat(new CaptureSource.Regex("^ (0/\\d) \\| 8$").find(output)).contains("0/2");
        assertThat(new CaptureSource.Regex("\\d rows").find(output)).contains("2 rows");
        assertThat(new CaptureSource.Regex("(x)|rows").find(output)).isEqualTo(Optional.empty());
        assertThat(new CaptureSource.Regex("nope").find(output)).isEmpty();
    }
}

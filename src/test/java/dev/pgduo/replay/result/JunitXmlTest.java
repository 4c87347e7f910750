package dev.pgduo.replay.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.replay.compare.Drift;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.Position;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitXmlTest {
    @Test
    void countsAndEscapesAndIsWellFormed() throws Exception {
        Finding known = Finding.adapted(1, "newer", Drift.RENAMED);
        StepOutcome passed = Outcomes.step("Start › select '<&>'", 1, Duration.ofMillis(1500), known);
        StepOutcome failed = Outcomes.step("x", 9, Duration.ZERO, known, Outcomes.diff(9, "-1", "+2 \uFFFE ]]>"));
        Finding unrun = Finding.error(12, Optional.empty(), List.of("not run: x"));
        StepOutcome skipped =
                new StepOutcome("y", 12, Duration.ZERO, false, StepOutcome.Comparing.COMPARED, List.of(unrun));
        Cell cell = Outcomes.cell("./labs/a.ru.lab", "15", "15.4");
        LabOutcome played = LabOutcome.of(cell, Duration.ofSeconds(2), List.of(passed, failed, skipped));
        LabOutcome unread = LabOutcome.unplayed(
                Outcomes.cell("b.lab", "9.6", "9.6.24"),
                List.of(ErrorReport.error("unknown key").at(new Position("b.lab", 3, 1))));

        Document document = written(played, unread);
        Element suite = element(document, "testsuite", 0);
        assertThat(suite.getAttribute("name")).isEqualTo("labs/a.ru [PG 15]");
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getAttribute("time")).isEqualTo("2.000");
        Element first = element(document, "testcase", 0);
        assertThat(first.getAttribute("name")).isEqualTo("Start › select '<&>'");
        assertThat(first.getAttribute("classname")).isEqualTo("labs/a-ru [PG 15]");
        assertThat(first.getAttribute("file")).isEqualTo("./labs/a.ru.lab");
        assertThat(element(document, "testcase", 1).getAttribute("line")).isEqualTo("9");
        assertThat(first.getAttribute("time")).isEqualTo("1.500");
        Element failure = element(document, "failure", 0);
        assertThat(failure.getTextContent())
                .isEqualTo("  ./labs/a.ru.lab:1: adapted: newer\n"
                        + "  ./labs/a.ru.lab:9: ERROR:  the output is not the expected one\n  -1\n  +2 \uFFFD ]]>");
        assertThat(failure.getAttribute("type")).isEqualTo("drift.cosmetic");
        assertThat(failure.getAttribute("message")).isEqualTo("expected \"-1\"");
        assertThat(element(document, "skipped", 0).getAttribute("message")).isEqualTo("not run: x");
        assertThat(document.getElementsByTagName("system-out").item(0).getTextContent())
                .isEqualTo("  ./labs/a.ru.lab:1: adapted: newer");

        Element error = element(document, "error", 0);
        assertThat(error.getAttribute("message")).isEqualTo("b.lab:3:1: ERROR:  unknown key");
        Element second = element(document, "testsuite", 1);
        assertThat(second.getAttribute("errors")).isEqualTo("1");
        assertThat(second.getAttribute("failures")).isEqualTo("0");
        assertThat(element(document, "testcase", 3).getAttribute("classname")).isEqualTo("b [PG 9-6]");
        assertThat(element(document, "testsuites", 0).getAttribute("tests")).isEqualTo("4");
    }

    @Test
    void tellsTwoServersOfOneMajorApart() throws Exception {
        Document document =
                written(Outcomes.played("a.lab", "15.4", "15.4", 1), Outcomes.played("a.lab", "15.6", "15.6", 1));
        assertThat(element(document, "testsuite", 0).getAttribute("name")).isEqualTo("a [PG 15.4]");
        assertThat(element(document, "testsuite", 1).getAttribute("name")).isEqualTo("a [PG 15.6]");
    }

    private static Document written(LabOutcome... outcomes) throws Exception {
        StringWriter out = new StringWriter();
        JunitXml.write(List.of(outcomes), out);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(out.toString())));
    }

    private static Element element(Document document, String name, int index) {
        return (Element) document.getElementsByTagName(name).item(index);
    }
}

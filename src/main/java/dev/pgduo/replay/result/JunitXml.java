package dev.pgduo.replay.result;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes outcomes as JUnit XML: a suite for each lab on each server, its steps as tests. Names contain neither line numbers nor
 * minor versions, so that a CI service's history of a test continues when these change.
 *
 * @see <a href="https://github.com/testmoapp/junitxml">the format as tools read it</a>
 */
public final class JunitXml {
    private final XMLStreamWriter xml;
    private final SuiteNames names;

    private JunitXml(XMLStreamWriter xml, SuiteNames names) {
        this.xml = xml;
        this.names = names;
    }

    /**
     * Writes the document; the writer stays open.
     *
     * @throws IOException when the writer fails
     */
    public static void write(List<LabOutcome> outcomes, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JunitXml(xml, SuiteNames.of(outcomes)).document(outcomes);
            xml.flush();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e.getMessage(), e);
        }
    }

    private void document(List<LabOutcome> outcomes) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        attribute("name", "pgduo verify");
        counts(outcomes);
        for (LabOutcome outcome : outcomes) {
            suite(outcome);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void counts(List<LabOutcome> outcomes) throws XMLStreamException {
        attribute("tests", sum(outcomes, outcome -> outcome.steps().size()));
        attribute("failures", sum(outcomes, outcome -> outcome.error() ? 0 : outcome.failed()));
        attribute("errors", sum(outcomes, outcome -> outcome.error() ? 1 : 0));
        attribute("skipped", sum(outcomes, LabOutcome::skipped));
        attribute("time", seconds(outcomes.stream().map(LabOutcome::elapsed).reduce(Duration.ZERO, Duration::plus)));
    }

    private static String sum(List<LabOutcome> outcomes, ToLongFunction<LabOutcome> number) {
        return Long.toString(outcomes.stream().mapToLong(number).sum());
    }

    private void suite(LabOutcome outcome) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute("name", names.suite(outcome.cell()));
        attribute("file", outcome.cell().lab());
        counts(List.of(outcome));
        for (StepOutcome step : outcome.steps()) {
            testCase(step, outcome);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void testCase(StepOutcome step, LabOutcome outcome) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute("name", step.name());
        attribute("classname", names.classname(outcome.cell()));
        attribute("file", outcome.cell().lab());
        attribute("line", Integer.toString(step.line()));
        attribute("time", seconds(step.elapsed()));
        String details = legal(outcome.details(step));
        if (!step.run()) {
            skipped(step, outcome);
        } else if (step.failed()) {
            failure(step.worst(), outcome.error() ? "error" : "failure", details);
        }
        if (!step.failed() && !details.isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(details);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void skipped(StepOutcome step, LabOutcome outcome) throws XMLStreamException {
        xml.writeEmptyElement("skipped");
        String why = outcome.remark().isEmpty()
                ? step.findings().stream().map(Finding::message).findFirst().orElse("")
                : outcome.remark();
        if (!why.isEmpty()) {
            attribute("message", why);
        }
    }

    private void failure(Finding worst, String element, String details) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("type", worst.type());
        attribute("message", worst.message());
        xml.writeCharacters(details);
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%.3f", elapsed.toNanos() / 1e9);
    }

    /** Replaces control characters that XML 1.0 does not allow by U+FFFD. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().map(c -> isLegal(c) ? c : 0xFFFD).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c > 0xFFFF;
    }
}

package dev.pgduo.replay.result;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes outcomes as JUnit XML: a suite for each lab on each server, its steps as tests.
 *
 * @see <a href="https://github.com/testmoapp/junitxml">the format as tools read it</a>
 */
public final class JunitXml {
    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * Writes the document; the writer stays open.
     *
     * @throws IOException when the writer fails
     */
    public static void write(List<LabOutcome> outcomes, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JunitXml(xml).document(outcomes);
            xml.flush();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e.getMessage(), e);
        }
    }

    private void document(List<LabOutcome> outcomes) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        for (LabOutcome outcome : outcomes) {
            suite(outcome);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(LabOutcome outcome) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute("name", outcome.cell().name());
        attribute("tests", Integer.toString(outcome.steps().size()));
        attribute("failures", Long.toString(outcome.failed()));
        attribute("errors", "0");
        attribute("skipped", Long.toString(outcome.skipped()));
        attribute("time", seconds(outcome.elapsed()));
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
        attribute("classname", outcome.cell().name());
        attribute("time", seconds(step.elapsed()));
        if (!step.run()) {
            xml.writeEmptyElement("skipped");
        }
        String details = legal(outcome.details(step));
        if (step.failed()) {
            xml.writeStartElement("failure");
            attribute("message", details.lines().findFirst().orElse(""));
            xml.writeCharacters(details);
            xml.writeEndElement();
        } else if (!details.isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(details);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%.3f", elapsed.toNanos() / 1e9);
    }

    /** XML 1.0 has no control characters but tab and line ends: the others become U+FFFD. */
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

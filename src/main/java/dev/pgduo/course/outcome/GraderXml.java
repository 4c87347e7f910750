package dev.pgduo.course.outcome;

import dev.pgduo.course.progress.LabProgress;
import dev.pgduo.course.progress.TaskRecord;
import dev.pgduo.course.progress.TaskState;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes progress as JUnit XML: a suite for each lab, its tasks as tests. A task whose solution was shown is a failure; one
 * that was not tried is skipped.
 */
public final class GraderXml {
    private final XMLStreamWriter xml;

    private GraderXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * Writes the document; the writer stays open.
     *
     * @throws IOException when the writer fails
     */
    public static void write(List<LabProgress> labs, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new GraderXml(xml).document(labs);
            xml.flush();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e.getMessage(), e);
        }
    }

    private void document(List<LabProgress> labs) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "pgduo learn");
        counts(labs);
        for (LabProgress lab : labs) {
            suite(lab);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void counts(List<LabProgress> labs) throws XMLStreamException {
        xml.writeAttribute("tests", sum(labs, TaskState.values()));
        xml.writeAttribute("failures", sum(labs, TaskState.SHOWN));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", sum(labs, TaskState.OPEN, TaskState.SKIPPED));
        long seconds = labs.stream()
                .flatMap(lab -> lab.tasks().stream())
                .mapToLong(TaskRecord::seconds)
                .sum();
        xml.writeAttribute("time", seconds(seconds));
    }

    private static String sum(List<LabProgress> labs, TaskState... states) {
        return Long.toString(labs.stream()
                .flatMap(lab -> lab.tasks().stream())
                .filter(task -> List.of(states).contains(task.state()))
                .count());
    }

    private static String seconds(long seconds) {
        return String.format(Locale.ROOT, "%d.000", seconds);
    }

    private void suite(LabProgress lab) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", TaskWords.plain(lab.lab()));
        counts(List.of(lab));
        for (int i = 0; i < lab.tasks().size(); i++) {
            testCase(lab, i);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void testCase(LabProgress lab, int index) throws XMLStreamException {
        TaskRecord task = lab.tasks().get(index);
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", TaskWords.name(index, task));
        xml.writeAttribute("classname", TaskWords.plain(lab.lab()));
        xml.writeAttribute("time", seconds(task.seconds()));
        if (task.state() == TaskState.SHOWN) {
            xml.writeEmptyElement("failure");
            xml.writeAttribute("type", "shown");
            xml.writeAttribute("message", TaskWords.verdict(task));
        } else if (task.state() != TaskState.DONE) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", TaskWords.verdict(task));
        } else if (task.hints() > 0) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(TaskWords.verdict(task));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}

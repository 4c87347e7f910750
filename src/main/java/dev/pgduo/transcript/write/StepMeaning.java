package dev.pgduo.transcript.write;

import dev.pgduo.transcript.model.ExpectedBlock;
import dev.pgduo.transcript.model.ExpectedLine;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The meaning of a step, independent of its layout.
 *
 * @param line its first line in the original file
 * @param says its kind and all input, expected output, text and directives
 */
record StepMeaning(int line, List<Object> says) {
    StepMeaning {
        says = List.copyOf(says);
    }

    /** The meanings of all steps in order, without blank lines. */
    static List<StepMeaning> of(Transcript transcript) {
        return Step.all(transcript.steps())
                .filter(step -> !(step instanceof Step.Blank))
                .map(step -> new StepMeaning(step.span().first(), says(step, transcript)))
                .toList();
    }

    private static List<Object> says(Step step, Transcript transcript) {
        List<Object> says = new ArrayList<>();
        says.add(step.getClass());
        says.addAll(step.accept(new Words(transcript)));
        step.expected().own().forEach(directive -> says.add(directive.placeless()));
        lines(step.expected().parts(), says);
        return says;
    }

    private static void lines(List<ExpectedBlock.Part> parts, List<Object> into) {
        for (ExpectedBlock.Part part : parts) {
            if (part instanceof ExpectedBlock.Run run) {
                run.lines().stream().map(ExpectedLine::written).forEach(into::add);
            } else if (part instanceof ExpectedBlock.Choice choice) {
                for (ExpectedBlock.Branch branch : choice.branches()) {
                    into.add(Stream.ofNullable(branch.condition()).toList());
                    lines(branch.parts(), into);
                }
            }
        }
    }

    private record Words(Transcript transcript) implements Step.Visitor<List<?>> {
        @Override
        public List<?> frontMatter(Step.FrontMatter step) {
            return stripped(transcript
                    .text()
                    .lines()
                    .subList(step.span().first() - 1, step.span().last())
                    .stream()
                    .map(line -> line.text()));
        }

        @Override
        public List<?> heading(Step.Heading step) {
            return List.of(step.title().strip());
        }

        @Override
        public List<?> prose(Step.Prose step) {
            return stripped(step.lines().stream());
        }

        private static List<String> stripped(Stream<String> lines) {
            return lines.map(String::stripTrailing).toList();
        }

        @Override
        public List<?> blank(Step.Blank step) {
            return List.of();
        }

        @Override
        public List<?> osCommand(Step.OsCommand step) {
            return List.of(step.node(), step.command());
        }

        @Override
        public List<?> labCommand(Step.LabCommand step) {
            return List.of(step.command());
        }

        @Override
        public List<?> sessionOpen(Step.SessionOpen step) {
            return List.of(step.session(), step.command());
        }

        @Override
        public List<?> sqlInput(Step.SqlInput step) {
            return List.of(step.session(), step.input());
        }

        @Override
        public List<?> lateOutput(Step.LateOutput step) {
            return List.of(step.session());
        }

        @Override
        public List<?> directive(Step.DirectiveLine step) {
            return List.of(step.directive().placeless());
        }

        @Override
        public List<?> choice(Step.Choice step) {
            return step.branches().stream()
                    .map(branch -> Stream.ofNullable(branch.condition()).toList())
                    .toList();
        }

        @Override
        public List<?> task(Step.Task step) {
            return List.of(step.text());
        }
    }
}

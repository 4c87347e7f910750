package dev.pgduo.replay.shard;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several runs that share a plan.
 *
 * @param number 1 and up
 * @param of the number of shards, 1 to {@link #MOST}
 */
public record Shard(int number, int of) {
    /** The largest number of shards. */
    public static final int MOST = 9999;

    /** The only shard of a plan. */
    public static final Shard ALL = new Shard(1, 1);

    private static final Pattern WORD = Pattern.compile("(\\d{1,4})/(\\d{1,4})");
    private static final Pattern AUTO = Pattern.compile("auto(?:/(\\d{1,4}))?");
    private static final String HINT = "Write \"--shard 2/5\" for the second of five, \"auto\" for the numbers in"
            + " CI_NODE_INDEX and CI_NODE_TOTAL, or \"auto/5\" for the number in JOB_COMPLETION_INDEX.";

    public Shard {
        if (of < 1 || of > MOST || number < 1 || number > of) {
            throw new IllegalArgumentException(number + "/" + of);
        }
    }

    /**
     * Parses the value of {@code --shard}.
     *
     * @param word {@code 2/5}; {@code auto} for GitLab's variables, which count from 1; {@code auto/5} for these or for a
     * Kubernetes Indexed Job, which counts from 0 and does not provide the total
     * @param environment the environment variables
     * @throws LabException when the value is invalid, or the variables are missing or invalid
     */
    public static Shard parse(String word, Map<String, String> environment) {
        Matcher plain = WORD.matcher(word);
        Matcher auto = AUTO.matcher(word);
        if (plain.matches()) {
            return of(plain.group(1), plain.group(2), "--shard", word);
        }
        if (!auto.matches()) {
            throw LabException.of("invalid value for --shard: \"" + word + "\"", HINT);
        }
        String index = environment.get("CI_NODE_INDEX");
        String total = environment.get("CI_NODE_TOTAL");
        String completion = environment.get("JOB_COMPLETION_INDEX");
        String asked = auto.group(1);
        if (index != null && total != null) {
            if (asked != null && !asked.equals(total)) {
                throw LabException.of("--shard says " + asked + " shards, and CI_NODE_TOTAL " + total);
            }
            return of(index, total, "CI_NODE_INDEX and CI_NODE_TOTAL", index + "/" + total);
        }
        if (completion != null && asked != null) {
            String number = completion.matches("\\d{1,4}") ? Integer.toString(Integer.parseInt(completion) + 1) : "";
            return of(number, asked, "JOB_COMPLETION_INDEX", completion);
        }
        if ("1".equals(asked)) {
            return ALL;
        }
        throw new LabException(ErrorReport.error("could not find out the shard: no variable says its number")
                .hint(HINT));
    }

    private static Shard of(String number, String of, String from, String value) {
        boolean numbers = number.matches("\\d{1,4}") && of.matches("\\d{1,4}");
        if (!numbers || Integer.parseInt(number) < 1 || Integer.parseInt(number) > Integer.parseInt(of)) {
            throw LabException.of("invalid value for " + from + ": \"" + value + "\"", HINT);
        }
        return new Shard(Integer.parseInt(number), Integer.parseInt(of));
    }

    /** {@code 2/5}. */
    @Override
    public String toString() {
        return number + "/" + of;
    }
}

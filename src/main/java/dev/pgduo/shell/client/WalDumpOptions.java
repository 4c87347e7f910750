package dev.pgduo.shell.client;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.wal.BlockReference;
import dev.pgduo.cluster.wal.RelFileNode;
import dev.pgduo.cluster.wal.describe.RecordFilter;
import dev.pgduo.cluster.wal.describe.ResourceManager;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** pg_waldump's options, parsed as it does: text after a number is ignored. */
record WalDumpOptions(Getopt.Words words) {
    static final Getopt OPTIONS = Getopt.of(
                    "bfqwzV?",
                    "BeFnprRstx",
                    "bkp-details=b block=B end=e follow=f fork=F fullpage=w help=? limit=n path=p quiet=q relation=R"
                            + " rmgr=r start=s timeline=t xid=x version=V stats=z")
            .withOptionalValue('z');

    private static final Pattern NUMBER = Pattern.compile("\\s*[+]?(\\d{1,18}).*", Pattern.DOTALL);
    private static final Pattern SIGNED = Pattern.compile("\\s*([+-]?\\d{1,9}).*", Pattern.DOTALL);
    private static final Pattern LOCATION =
            Pattern.compile("\\s*([0-9A-Fa-f]{1,8})/([0-9A-Fa-f]{1,8}).*", Pattern.DOTALL);
    private static final Pattern RELATION = Pattern.compile("\\s*(\\d{1,10})/\\s*(\\d{1,10})/\\s*(\\d{1,10}).*");
    private static final Pattern CUSTOM = Pattern.compile("custom(\\d{1,3}).*");
    private static final long LARGEST = 0xFFFF_FFFFL;

    /** Whether the list of resource managers is asked for. */
    boolean wantsNames() {
        return words.values('r').stream().anyMatch("list"::equalsIgnoreCase);
    }

    /**
     * Checks each option's value, in the order of the command line, and then that the options can be combined.
     *
     * @throws Misuse when a value is invalid or options cannot be combined
     */
    void check() throws Misuse {
        for (Getopt.Option option : words.options()) {
            check(option);
        }
        if (words.has('B') && !words.has('R')) {
            throw new Misuse("option -B/--block requires option -R/--relation to be specified");
        }
        if (words.operands().size() > 2) {
            throw Misuse.tooMany(words.operands(), 2);
        }
    }

    private static void check(Getopt.Option option) throws Misuse {
        String value = option.value();
        switch (option.letter()) {
            case 'B' -> block(value);
            case 'e', 's' -> location(value);
            case 'F' -> fork(value);
            case 'n' -> limit(value);
            case 'r' -> manager(value);
            case 'R' -> relation(value);
            case 't' -> number(value, "invalid timeline specification: \"" + value + "\"");
            case 'x' -> number(value, "invalid transaction ID specification: \"" + value + "\"");
            case 'z' -> {
                if (!value.matches("(record|rmgr)?")) {
                    throw new Misuse("unrecognized value for option --stats: " + value);
                }
            }
            default -> {
                // The other options have no value that could be wrong.
            }
        }
    }

    RecordFilter filter() throws Misuse {
        Set<Integer> managers = new HashSet<>();
        for (String name : words.values('r')) {
            managers.add(manager(name));
        }
        Optional<String> relation = words.value('R');
        Optional<String> fork = words.value('F');
        Optional<String> block = words.value('B');
        Optional<String> xid = words.value('x');
        return new RecordFilter(
                managers,
                xid.isPresent() ? Optional.of(number(xid.get(), "")) : Optional.empty(),
                new RecordFilter.Pages(
                        relation.isPresent() ? Optional.of(relation(relation.get())) : Optional.empty(),
                        fork.isPresent() ? Optional.of(fork(fork.get())) : Optional.empty(),
                        block.isPresent() ? Optional.of(block(block.get())) : Optional.empty()),
                words.has('w'));
    }

    /** The WAL position that is an option's value. */
    Optional<Lsn> location(char letter) throws Misuse {
        Optional<String> value = words.value(letter);
        return value.isPresent() ? Optional.of(location(value.get())) : Optional.empty();
    }

    long timeline() throws Misuse {
        return number(words.value('t').orElse("1"), "");
    }

    /** The greatest number of records to print; 0 or less for no limit. */
    int limit() throws Misuse {
        return limit(words.value('n').orElse("0"));
    }

    private static Lsn location(String value) throws Misuse {
        Matcher matcher = matcher(LOCATION, value, "invalid WAL location: \"" + value + "\"");
        return Lsn.parse(matcher.group(1) + "/" + matcher.group(2));
    }

    private static long number(String value, String complaint) throws Misuse {
        return Long.parseLong(matcher(NUMBER, value, complaint).group(1)) & LARGEST;
    }

    private static long block(String value) throws Misuse {
        String complaint = "invalid block number: \"" + value + "\"";
        long number = number(value, complaint);
        if (number == LARGEST) {
            throw new Misuse(complaint);
        }
        return number;
    }

    private static int limit(String value) throws Misuse {
        String complaint = "invalid value \"" + value + "\" for option -n/--limit";
        return Integer.parseInt(matcher(SIGNED, value, complaint).group(1));
    }

    private static int fork(String value) throws Misuse {
        int fork = BlockReference.FORKS.indexOf(value);
        if (fork < 0) {
            throw new Misuse("invalid fork name: \"" + value + "\"");
        }
        return fork;
    }

    private static int manager(String name) throws Misuse {
        Matcher custom = CUSTOM.matcher(name);
        if (custom.matches()) {
            int number = Integer.parseInt(custom.group(1));
            if (number < 128 || number > 255) {
                throw new Misuse("custom resource manager \"" + name + "\" does not exist");
            }
            return number;
        }
        return name.equalsIgnoreCase("list")
                ? 0
                : ResourceManager.find(name)
                        .orElseThrow(() -> new Misuse("resource manager \"" + name + "\" does not exist"));
    }

    private static RelFileNode relation(String value) throws Misuse {
        String complaint = "invalid relation specification: \"" + value + "\"";
        String detail = "Expecting \"tablespace OID/database OID/relation filenode\".";
        Matcher matcher = RELATION.matcher(value);
        if (!matcher.matches()) {
            throw new Misuse(complaint, detail);
        }
        RelFileNode relation = new RelFileNode(
                Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3)));
        if (relation.tablespace() == 0 || relation.relation() == 0) {
            throw new Misuse(complaint, detail);
        }
        return relation;
    }

    private static Matcher matcher(Pattern pattern, String value, String complaint) throws Misuse {
        Matcher matcher = pattern.matcher(value);
        if (!matcher.matches()) {
            throw new Misuse(complaint);
        }
        return matcher;
    }
}

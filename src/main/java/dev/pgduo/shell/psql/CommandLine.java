package dev.pgduo.shell.psql;

import dev.pgduo.cluster.process.Getopt;

/** The options of psql 15. */
final class CommandLine {
    /** The letter of {@code --csv}, which has none of its own. */
    static final char CSV = 'C';

    /** Long names in psql's order. */
    static final Getopt OPTIONS = Getopt.of("aAbeEHlnqsStVwWxXz?01", "cdfFhLopPRTUv", """
            echo-all=a no-align=A command=c dbname=d echo-queries=e echo-errors=b echo-hidden=E file=f field-separator=F
            field-separator-zero=z host=h html=H list=l log-file=L no-readline=n single-transaction=1 output=o port=p pset=P
            quiet=q record-separator=R record-separator-zero=0 single-step=s single-line=S tuples-only=t table-attr=T
            username=U set=v variable=v version=V no-password=w password=W expanded=x no-psqlrc=X help=? csv=C
            """);

    private CommandLine() {}
}

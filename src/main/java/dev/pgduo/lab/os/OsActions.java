package dev.pgduo.lab.os;

/** One method for each kind of {@link OsAction}. */
public interface OsActions<R> {
    R pgCtl(OsAction.PgCtl action);

    R baseBackup(OsAction.BaseBackup action);

    R wipe(OsAction.Wipe action);

    R appendLine(OsAction.AppendLine action);

    R substitute(OsAction.Substitute action);

    R touch(OsAction.Touch action);

    R showFile(OsAction.ShowFile action);

    R psql(OsAction.Psql action);

    R instead(OsAction.Instead action);

    R shell(OsAction.Shell action);
}

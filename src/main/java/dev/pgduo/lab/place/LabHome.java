package dev.pgduo.lab.place;

import dev.pgduo.cluster.quantity.NodeName;
import java.nio.file.Path;

/**
 * The directory of a lab, with the ports and passwords that its nodes' files contain. A copy of them can be put into
 * another lab that has the same home, and into no other one.
 *
 * @param directory the lab's directory
 * @param port of node a; node b has the next one
 * @param password the superuser's password
 */
public record LabHome(Path directory, int port, String password) {
    /** Whether a lab has this directory, these ports and this password. */
    public boolean isOf(Path lab, LabState state) {
        return lab.equals(directory)
                && state.port(NodeName.A).number() == port
                && state.port(NodeName.B).number() == port + 1
                && state.password().equals(password);
    }
}

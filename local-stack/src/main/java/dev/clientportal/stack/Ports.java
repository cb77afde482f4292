package dev.clientportal.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;

/**
 * Free ports, remembered in a file: links in mails and bookmarks go on working after a second start, as long as nobody
 * else took the port meanwhile.
 */
final class Ports {
    private final Path file;
    private final Properties remembered = new Properties();
    private final Set<Integer> given = new HashSet<>();

    Ports(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                remembered.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    int of(String name, int preferred) {
        int last = Integer.parseInt(remembered.getProperty(name, "0"));
        int port = isFree(last) ? last : isFree(preferred) ? preferred : anyFree();
        given.add(port);
        remembered.setProperty(name, Integer.toString(port));
        save();
        return port;
    }

    private void save() {
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            remembered.store(writer, "Ports of the last start");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isFree(int port) {
        if (port == 0 || given.contains(port)) {
            return false;
        }
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    private int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            return given.contains(port) ? anyFree() : port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.clientportal.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Free ports, remembered in a file: links in mails and bookmarks go on working after a second start, as long as nobody
 * else took the port meanwhile. What was given is reserved until the end, also while nothing listens on it: another stack
 * on this machine would else take the port of a mail server that is down for a while, and its mails.
 */
final class Ports implements AutoCloseable {
    private static final Path RESERVATIONS =
            Path.of(System.getProperty("java.io.tmpdir"), "client-portal-ports-" + System.getProperty("user.name"));
    /** Asked first: to open and close a file that this process has locked would end the lock. */
    private static final Set<Integer> RESERVED_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final Properties remembered = new Properties();
    private final Map<Integer, FileChannel> given = new HashMap<>();

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
        if (port == 0 || !reserve(port)) {
            return false;
        }
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            release(port);
            return false;
        }
    }

    private int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            return reserve(port) ? port : anyFree();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By a locked file, which a process that dies cannot leave locked. */
    private boolean reserve(int port) {
        if (!RESERVED_HERE.add(port)) {
            return false;
        }
        try {
            Files.createDirectories(RESERVATIONS);
            var lock = FileChannel.open(
                    RESERVATIONS.resolve(port + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            given.put(port, lock);
            if (lock.tryLock() != null) {
                return true;
            }
            release(port);
            return false;
        } catch (IOException e) {
            RESERVED_HERE.remove(port);
            throw new UncheckedIOException(e);
        }
    }

    private void release(int port) {
        try {
            given.remove(port).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            RESERVED_HERE.remove(port);
        }
    }

    /** Others may have the ports. */
    @Override
    public void close() {
        List.copyOf(given.keySet()).forEach(this::release);
    }
}

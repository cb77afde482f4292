package dev.clientportal.connectors.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.clientportal.connectors.door.Answer;
import dev.clientportal.connectors.door.Caller;
import dev.clientportal.connectors.door.Door;
import dev.clientportal.connectors.door.Problem;
import dev.clientportal.connectors.door.ProblemException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.springframework.jms.core.JmsTemplate;

/** What was set aside, on a queue of its own: looked at, and sent again, one by one. */
public final class DeadLetters {
    private static final int MOST = 200;
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final JmsTemplate jms;
    private final CommandStore commands;
    private final Feeder feeder;
    private final ObjectMapper json;

    public DeadLetters(JmsTemplate jms, CommandStore commands, Feeder feeder, ObjectMapper json) {
        this.jms = jms;
        this.commands = commands;
        this.feeder = feeder;
        this.json = json;
    }

    /** The oldest ones of the realm. */
    public Answer list(@ExchangeProperty(Door.CALLER) Caller caller) {
        ObjectNode told = json.createObjectNode();
        var items = told.putArray("items");
        browse(caller, null).forEach(letter -> {
            letter.remove("command");
            items.add(letter);
        });
        return Answer.ok(told);
    }

    public Answer read(@ExchangeProperty(Door.CALLER) Caller caller, @Header("letter") String id) {
        return Answer.ok(require(caller, id));
    }

    /** Sends it again, at the end of its company's queue. A crash in between leaves the letter; it is done once anyhow. */
    public Answer replay(@ExchangeProperty(Door.CALLER) Caller caller, @Header("letter") String id) {
        require(caller, id);
        Optional<Command> command = commands.find(id);
        if (command.filter(found -> found.realm().equals(caller.realm())).isEmpty()) {
            throw new ProblemException(Problem.NOT_POSSIBLE_NOW, "Its job is not known any more: send the call again.");
        }
        commands.revive(command.get());
        commands.find(id).map(List::of).ifPresent(feeder::send);
        take(caller, id);
        return Answer.of(202, json.createObjectNode().put("id", id).put("state", "waiting"));
    }

    private ObjectNode require(Caller caller, String id) {
        if (!id.matches(UUID)) throw noSuch();
        return browse(caller, id).stream().findFirst().orElseThrow(DeadLetters::noSuch);
    }

    private static ProblemException noSuch() {
        return new ProblemException(Problem.NOT_FOUND, "There is no such dead letter.");
    }

    private List<ObjectNode> browse(Caller caller, String idOrNull) {
        return jms.browseSelected(Work.DEAD, selector(caller, idOrNull), (session, browser) -> {
            List<ObjectNode> found = new ArrayList<>();
            Enumeration<?> letters = browser.getEnumeration();
            while (letters.hasMoreElements() && found.size() < MOST) found.add(told((Message) letters.nextElement()));
            return found;
        });
    }

    private void take(Caller caller, String id) {
        jms.execute(
                session -> {
                    try (MessageConsumer consumer = consumer(session, selector(caller, id))) {
                        consumer.receive(1000);
                    }
                    if (session.getTransacted()) session.commit();
                    return null;
                },
                true);
    }

    private static MessageConsumer consumer(Session session, String selector) throws JMSException {
        return session.createConsumer(session.createQueue(Work.DEAD), selector);
    }

    /** Realms' names come from the settings and ids are checked, so that nothing foreign is in it. */
    private static String selector(Caller caller, String idOrNull) {
        String realm = Work.REALM + " = '" + caller.realm().replace("'", "''") + "'";
        return idOrNull == null ? realm : realm + " and " + Work.COMMAND + " = '" + idOrNull + "'";
    }

    private ObjectNode told(Message message) throws JMSException {
        ObjectNode told = json.createObjectNode();
        told.put("id", message.getStringProperty(Work.COMMAND));
        told.put("setAsideAt", message.getJMSTimestamp());
        String reason = message.getStringProperty("reason");
        told.put("reason", reason == null ? "The broker gave up after too many deliveries." : reason);
        if (message instanceof TextMessage text) told.set("command", tree(text.getText()));
        return told;
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}

package dev.ferrite.runtime.metrics;

import dev.ferrite.runtime.counters.Counters;
import dev.ferrite.runtime.counters.Reading;
import java.lang.management.ManagementFactory;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.ReflectionException;
import org.jspecify.annotations.Nullable;

/**
 * Counters as a JMX bean, {@value #NAME}: an attribute each, read-only, of type long. New counters appear with the next
 * look at the bean's description.
 */
public final class CountersBean implements AutoCloseable {
    /** The bean's name. */
    public static final String NAME = "dev.ferrite:type=Counters";

    private final MBeanServer server;
    private final ObjectName name;

    private CountersBean(MBeanServer server, ObjectName name) {
        this.server = server;
        this.name = name;
    }

    /**
     * Registers the bean in the platform's server. That opens no port by itself.
     *
     * @param counters what to show
     * @return takes it out again
     * @throws IllegalStateException if there is one already
     */
    public static CountersBean register(Counters counters) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(NAME);
            server.registerMBean(new Bean(counters), name);
            return new CountersBean(server, name);
        } catch (InstanceAlreadyExistsException e) {
            throw new IllegalStateException("there is a bean " + NAME + " already", e);
        } catch (JMException e) {
            throw new IllegalStateException("bean " + NAME + " cannot be registered: " + e, e);
        }
    }

    /** Takes the bean out. Does nothing the second time. */
    @Override
    public void close() {
        try {
            server.unregisterMBean(name);
        } catch (InstanceNotFoundException done) {
            // Closed before.
        } catch (JMException e) {
            throw new IllegalStateException("bean " + NAME + " cannot be taken out: " + e, e);
        }
    }

    private record Bean(Counters counters) implements DynamicMBean {
        @Override
        public Object getAttribute(String attribute) throws AttributeNotFoundException {
            for (Reading reading : counters.read()) {
                if (reading.name().equals(attribute)) {
                    return reading.value();
                }
            }
            throw new AttributeNotFoundException("no counter " + attribute);
        }

        @Override
        public AttributeList getAttributes(String[] attributes) {
            AttributeList list = new AttributeList();
            for (Reading reading : counters.read()) {
                for (String attribute : attributes) {
                    if (reading.name().equals(attribute)) {
                        list.add(new Attribute(attribute, reading.value()));
                    }
                }
            }
            return list;
        }

        @Override
        public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
            throw new AttributeNotFoundException(attribute.getName() + " cannot be written");
        }

        @Override
        public AttributeList setAttributes(AttributeList attributes) {
            return new AttributeList();
        }

        @Override
        public @Nullable Object invoke(String action, Object[] parameters, String[] signature)
                throws ReflectionException {
            throw new ReflectionException(new NoSuchMethodException(action));
        }

        @Override
        public MBeanInfo getMBeanInfo() {
            MBeanAttributeInfo[] attributes = counters.read().stream()
                    .map(reading -> new MBeanAttributeInfo(reading.name(), "long", reading.help(), true, false, false))
                    .toArray(MBeanAttributeInfo[]::new);
            return new MBeanInfo(CountersBean.class.getName(), "What Ferrite counts", attributes, null, null, null);
        }
    }
}

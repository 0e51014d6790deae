package org.mydirection.media;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** What the container does for {@code @Transactional} and the injected entity manager, with local transactions. */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class TestTransactions {

    private static final ThreadLocal<EntityManager> CURRENT = new ThreadLocal<>();

    @Inject
    EntityManagerFactory factory;

    /** The entity manager of whatever transaction the calling thread is in. */
    static EntityManager current() {
        return (EntityManager) Proxy.newProxyInstance(
                TestTransactions.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    if (CURRENT.get() == null) {
                        throw new IllegalStateException("no transaction");
                    }
                    try {
                        return method.invoke(CURRENT.get(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @AroundInvoke
    Object around(InvocationContext context) throws Exception {
        Transactional transactional = context.getMethod().getAnnotation(Transactional.class);
        if (transactional != null && transactional.value() == TxType.NOT_SUPPORTED) {
            return suspended(context);
        }
        return CURRENT.get() != null ? context.proceed() : inNew(context);
    }

    private static Object suspended(InvocationContext context) throws Exception {
        EntityManager outer = CURRENT.get();
        CURRENT.remove();
        try {
            return context.proceed();
        } finally {
            if (outer != null) {
                CURRENT.set(outer);
            }
        }
    }

    private Object inNew(InvocationContext context) throws Exception {
        EntityManager entityManager = factory.createEntityManager();
        CURRENT.set(entityManager);
        try {
            entityManager.getTransaction().begin();
            Object result = context.proceed();
            entityManager.getTransaction().commit();
            return result;
        } finally {
            CURRENT.remove();
            if (entityManager.getTransaction().isActive()) {
                entityManager.getTransaction().rollback();
            }
            entityManager.close();
        }
    }
}

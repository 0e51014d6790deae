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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** What the container does for {@code @Transactional} and the injected entity manager, with local transactions. */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class TestTransactions {

    private static final ThreadLocal<EntityManager> CURRENT = new ThreadLocal<>();

    private static final ThreadLocal<List<Runnable>> AFTERWARDS = new ThreadLocal<>();

    @Inject
    EntityManagerFactory factory;

    /**
     * These threads, which are given nothing before the calling thread's transaction has ended well: without a transaction
     * manager Weld calls what waits for that at once.
     */
    static ExecutorService afterwards(ExecutorService threads) {
        List<Runnable> afterwards = AFTERWARDS.get();
        return afterwards == null
                ? threads
                : (ExecutorService) Proxy.newProxyInstance(
                        TestTransactions.class.getClassLoader(),
                        new Class<?>[] {ExecutorService.class},
                        (proxy, method, arguments) -> {
                            if (!method.getName().equals("execute")) {
                                throw new UnsupportedOperationException(method.getName());
                            }
                            afterwards.add(() -> threads.execute((Runnable) arguments[0]));
                            return null;
                        });
    }

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
        List<Runnable> afterwards = new ArrayList<>();
        CURRENT.set(entityManager);
        AFTERWARDS.set(afterwards);
        try {
            entityManager.getTransaction().begin();
            Object result = context.proceed();
            entityManager.getTransaction().commit();
            afterwards.forEach(Runnable::run);
            return result;
        } finally {
            CURRENT.remove();
            AFTERWARDS.remove();
            if (entityManager.getTransaction().isActive()) {
                entityManager.getTransaction().rollback();
            }
            entityManager.close();
        }
    }
}

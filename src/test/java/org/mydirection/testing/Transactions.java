package org.mydirection.testing;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Transactional;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * What the container does for {@code @Transactional}, with local transactions: one entity manager for each transaction,
 * bound to its thread; an unchecked exception that leaves a transactional method dooms the transaction, even when
 * somebody further out catches it, as the Jakarta Transactions specification says.
 */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class Transactions {

    private static final ThreadLocal<EntityManager> CURRENT = new ThreadLocal<>();

    @Inject
    private EntityManagerFactory factory;

    /** The entity manager of whatever transaction the calling thread is in. */
    static EntityManager current() {
        return (EntityManager) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    if (CURRENT.get() == null) {
                        throw new IllegalStateException("the entity manager was used outside a transaction");
                    }
                    try {
                        return method.invoke(CURRENT.get(), arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        return switch (typeOf(call)) {
            case REQUIRED -> CURRENT.get() == null ? inNew(call::proceed) : joining(call);
            case MANDATORY -> {
                if (CURRENT.get() == null) {
                    throw new IllegalStateException(call.getMethod() + " needs a transaction");
                }
                yield joining(call);
            }
            case REQUIRES_NEW -> suspended(() -> inNew(call::proceed));
            case NOT_SUPPORTED -> suspended(call::proceed);
            default -> throw new IllegalStateException("the tests know no transactions of " + call.getMethod());
        };
    }

    private static Transactional.TxType typeOf(InvocationContext call) {
        Transactional onMethod = call.getMethod().getAnnotation(Transactional.class);
        return onMethod != null
                ? onMethod.value()
                : call.getMethod()
                        .getDeclaringClass()
                        .getAnnotation(Transactional.class)
                        .value();
    }

    private static Object joining(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (RuntimeException | Error unchecked) {
            CURRENT.get().getTransaction().setRollbackOnly();
            throw unchecked;
        }
    }

    private static <T> T suspended(Work<T> work) throws Exception {
        EntityManager outer = CURRENT.get();
        CURRENT.remove();
        try {
            return work.run();
        } finally {
            if (outer != null) {
                CURRENT.set(outer);
            }
        }
    }

    private <T> T inNew(Work<T> work) throws Exception {
        return inNew(factory, work);
    }

    /** Runs the work in a transaction of its own; commits when it returns, rolls back when it throws. */
    static <T> T inNew(EntityManagerFactory factory, Work<T> work) throws Exception {
        EntityManager entityManager = factory.createEntityManager();
        CURRENT.set(entityManager);
        try {
            entityManager.getTransaction().begin();
            T result = work.run();
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

    /** What is done in a transaction. */
    interface Work<T> {
        T run() throws Exception;
    }
}

# __service__

What this service is for, in one sentence.

- **Owns** · **States** · **Tables** `outbox`, `inbox`, `dead_letter`
- **HTTP** `/api/__service__/v1`
- **Events out** · **Events in**
- **Invariants**
- **Config** what every service reads
- **Tests** `npm test -- services/__service__`
